import { uuid } from '../ids.js';
import type { World } from '../world.js';
import type { NetworkTables } from '../world-network.js';

const times = { created_at: '2013-01-10T10:00:00Z', updated_at: '2013-01-10T10:00:00Z' };

/** The id of a tenant's security group, which is the same in every cloud. */
export function groupId(tenant: string, name: string): string {
  return uuid('security-group', tenant, name);
}

/** Nova's groups as quantum has them: each lets everything out. */
export function groupTables({ securityGroups: groups }: World): NetworkTables {
  const rules = groups.flatMap((group) => {
    const id = groupId(group.tenantId, group.name);
    const base = { tenant_id: group.tenantId, security_group_id: id, ...times };
    const out = ['IPv4', 'IPv6'].map((ethertype) => ({
      ...base,
      id: uuid('security-group-rule', id, 'egress', ethertype),
      direction: 'egress',
      ethertype,
    }));
    const in_ = group.rules.map((rule) => ({
      ...base,
      id: uuid('security-group-rule', id, rule.number),
      direction: 'ingress',
      ethertype: 'IPv4',
      protocol: rule.protocol,
      port_range_min: rule.fromPort < 0 ? null : rule.fromPort,
      port_range_max: rule.toPort < 0 ? null : rule.toPort,
      ...('cidr' in rule.from
        ? { remote_ip_prefix: rule.from.cidr }
        : { remote_group_id: groupId(group.tenantId, rule.from.group) }),
    }));
    return [...out, ...in_];
  });
  return {
    'security-groups': groups.map(({ name, description, tenantId: tenant }) => ({
      id: groupId(tenant, name),
      tenant_id: tenant,
      name,
      description,
      ...times,
    })),
    'security-group-rules': rules,
  };
}
