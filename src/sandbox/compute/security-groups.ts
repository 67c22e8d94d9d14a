import { isDeepStrictEqual } from 'node:util';
import { type Answer, asObject, asText, json, parsed, Refusal } from '../call.js';
import type { Fields } from '../resource.js';
import type { SecurityGroup, SecurityGroupRule } from '../world-network.js';
import type { Retired } from '../world-retired.js';
import { type ComputeCall, noRoute, proxiesOnly } from './call.js';
import { accepted, answered, type ComputeResource, invalid, nextNumber, rowOf } from './kind.js';

const groups: ComputeResource<SecurityGroup> = {
  one: 'security_group',
  many: 'security_groups',
  rows: ({ cloud }) => cloud.world.securityGroups,
  id: ({ number }) => String(number),
  sees: ({ caller: { admin, token } }, { tenantId }) => admin || tenantId === token.tenantId,
  missing: (id) => `Security group ${id} not found.`,
  view: (_, row) => groupView(row),
  list: (call, rows) => {
    const { admin, token } = call.caller;
    const all = admin && call.query.has('all_tenants') && call.query.get('all_tenants') !== '0';
    const shown = rows.filter(({ tenantId }) => all || tenantId === token.tenantId);
    return json(200, { security_groups: shown.sort((a, b) => (order(a) < order(b) ? -1 : 1)).map(groupView) });
  },
  create: (call, given) => {
    const { tenantId = '' } = call.caller.token;
    const number = nextNumber(call.cloud.world.securityGroups);
    return { number, ...named(call, given, tenantId), tenantId, rules: [] };
  },
  update: (call, row, given) => void Object.assign(row, named(call, given, row.tenantId, row)),
  remove: (call, { name, tenantId }) => {
    if (name === 'default') throw new Refusal(400, `Unable to delete system group '${name}'`);
    const used = call.cloud.world.servers.some(
      (one) => one.tenantId === tenantId && !one.deleted && one.securityGroups.includes(name),
    );
    if (used) throw new Refusal(400, 'Security group is still in use');
  },
};

/** The name and the description that are given, if no other group of the tenant has the name. */
function named(call: ComputeCall, given: Fields, tenantId: string, row?: SecurityGroup) {
  const [name, description] = [asText(given.name), given.description];
  if (name === undefined || typeof description !== 'string')
    throw invalid('security_group', 'name and description are required');
  const taken = call.cloud.world.securityGroups.some(
    (one) => one !== row && one.tenantId === tenantId && one.name === name,
  );
  if (taken) throw new Refusal(400, `Security group ${name} already exists for project ${tenantId}.`);
  return { name, description };
}

/** `/os-security-groups[/{id}]`, up to 2.35: the tenant's, or with `?all_tenants=1` an administrator's of all. */
export function securityGroups(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, id, part] = call.parts;
  return part === undefined ? answered(call, groups, id) : noRoute();
}

/** `/os-security-group-rules[/{id}]`, up to 2.35: nothing but made and deleted. */
export function securityGroupRules(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, id, part] = call.parts;
  if (part !== undefined) return noRoute();
  const all = call.cloud.world.securityGroups.filter((row) => groups.sees?.(call, row));
  if (call.method === 'DELETE' && id !== undefined) {
    const group = all.find(({ rules }) => rules.some(({ number }) => String(number) === id));
    if (group === undefined) throw new Refusal(404, `Rule (${id}) not found.`);
    group.rules = group.rules.filter(({ number }) => String(number) !== id);
    return accepted();
  }
  if (call.method !== 'POST' || id !== undefined) return noRoute();
  const given = asObject(asObject(parsed(call.body))?.security_group_rule) ?? {};
  const group = rowOf(call, groups, String(given.parent_group_id));
  const source =
    given.group_id === null || given.group_id === undefined ? undefined : rowOf(call, groups, String(given.group_id));
  const { protocol, fromPort, toPort } = rangeOf(given);
  const from = source === undefined ? { cidr: asText(given.cidr) ?? '0.0.0.0/0' } : { group: source.name };
  const same = (one: SecurityGroupRule): boolean =>
    one.protocol === protocol &&
    one.fromPort === fromPort &&
    one.toPort === toPort &&
    isDeepStrictEqual(one.from, from);
  if (group.rules.some(same)) throw new Refusal(400, `This rule already exists in group ${group.number}`);
  const rule = {
    number: nextNumber(call.cloud.world.securityGroups.flatMap(({ rules }) => rules)),
    protocol,
    fromPort,
    toPort,
    from,
  };
  group.rules.push(rule);
  return json(200, { security_group_rule: ruleView(group, rule) });
}

function rangeOf(given: Fields) {
  const protocol = String(given.ip_protocol).toLowerCase();
  const [fromPort, toPort] = [Number(given.from_port), Number(given.to_port)];
  if (!['tcp', 'udp', 'icmp'].includes(protocol)) throw new Refusal(400, `Invalid IP protocol ${given.ip_protocol}.`);
  const isOrdered = protocol === 'icmp' || (fromPort >= 1 && fromPort <= toPort && toPort <= 65535);
  if (!isOrdered)
    throw new Refusal(400, `Invalid port range ${fromPort}:${toPort}. Valid TCP ports should be between 1-65535`);
  return { protocol, fromPort, toPort };
}

type DefaultRule = Retired['defaultRules'][0];

const defaultRules: ComputeResource<DefaultRule> = {
  one: 'security_group_default_rule',
  many: 'security_group_default_rules',
  rows: ({ cloud }) => cloud.world.retired.defaultRules,
  id: ({ number }) => String(number),
  missing: (id) => `security group default rule ${id} not found`,
  rule: () => 'os-security-group-default-rules',
  view: (_, { number, protocol, fromPort, toPort, cidr }) => ({
    id: number,
    ip_protocol: protocol,
    from_port: fromPort,
    to_port: toPort,
    ip_range: { cidr },
  }),
  create: (call, given) => {
    const rows = call.cloud.world.retired.defaultRules;
    const rule = { ...rangeOf(given), cidr: asText(given.cidr) ?? '0.0.0.0/0' };
    const same = ({ number, ...one }: DefaultRule): boolean => isDeepStrictEqual(one, rule);
    if (rows.some(same)) throw new Refusal(409, 'This default rule already exists.');
    return { number: nextNumber(rows), ...rule };
  },
  remove: () => undefined,
  deleted: 204,
};

/** `/os-security-group-default-rules`, up to 2.35, for administrators: what every tenant's `default` began with. */
export function securityGroupDefaultRules(call: ComputeCall): Answer {
  proxiesOnly(call);
  const [, id, part] = call.parts;
  return part === undefined ? answered(call, defaultRules, id) : noRoute();
}

function order({ tenantId, name }: SecurityGroup): string {
  return `${tenantId} ${name}`;
}

/** A group of os-security-groups with its rules. */
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
