import { type Answer, json, Refusal } from '../call.js';
import type { SecurityGroup, SecurityGroupRule } from '../world-network.js';
import { administratorsOnly, type ComputeCall, noRoute, proxiesOnly } from './call.js';

/** `/os-security-groups[/{id}]`, up to 2.35: the tenant's, or with `?all_tenants=1` an administrator's of all. */
export function securityGroups(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, id, part] = call.parts;
  if (call.method !== 'GET' || part !== undefined) return noRoute();
  const { admin, token } = call.caller;
  const all = admin && call.query.has('all_tenants') && call.query.get('all_tenants') !== '0';
  const rows = call.cloud.world.securityGroups.filter(({ tenantId }) => all || tenantId === token.tenantId);
  if (id === undefined) {
    const sorted = rows.sort((a, b) => (order(a) < order(b) ? -1 : 1));
    return json(200, { security_groups: sorted.map(groupView) });
  }
  const found = call.cloud.world.securityGroups.find(
    (row) => String(row.number) === id && (admin || row.tenantId === token.tenantId),
  );
  if (found === undefined) throw new Refusal(404, `Security group ${id} not found.`);
  return json(200, { security_group: groupView(found) });
}

/** `/os-security-group-default-rules`, up to 2.35, for administrators: what every tenant's `default` began with. */
export function securityGroupDefaultRules(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, id, part] = call.parts;
  if (call.method !== 'GET' || part !== undefined) return noRoute();
  administratorsOnly(call, 'os-security-group-default-rules');
  const first = call.cloud.world.securityGroups.find(({ name }) => name === 'default');
  const rows = (first?.rules ?? []).map((rule, at) => ({
    id: at + 1,
    ip_protocol: rule.protocol,
    from_port: rule.fromPort,
    to_port: rule.toPort,
    ip_range: 'cidr' in rule.from ? { cidr: rule.from.cidr } : {},
  }));
  if (id === undefined) return json(200, { security_group_default_rules: rows });
  const found = rows.find((row) => String(row.id) === id);
  if (found === undefined) throw new Refusal(404, `security group default rule ${id} not found`);
  return json(200, { security_group_default_rule: found });
}

function order({ tenantId, name }: SecurityGroup): string {
  return `${tenantId} ${name}`;
}

export function groupView(group: SecurityGroup): unknown {
  return {
    id: group.number,
    name: group.name,
    description: group.description,
    tenant_id: group.tenantId,
    rules: group.rules.map((rule) => ruleView(group, rule)),
  };
}

function ruleView({ number, tenantId }: SecurityGroup, rule: SecurityGroupRule): unknown {
  return {
    id: rule.number,
    parent_group_id: number,
    ip_protocol: rule.protocol,
    from_port: rule.fromPort,
    to_port: rule.toPort,
    group: 'group' in rule.from ? { name: rule.from.group, tenant_id: tenantId } : {},
    ip_range: 'cidr' in rule.from ? { cidr: rule.from.cidr } : {},
  };
}
