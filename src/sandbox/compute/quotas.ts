import { type Answer, json } from '../call.js';
import { administratorsOnly, type ComputeCall, noRoute } from './call.js';

/** nova.conf's defaults (quota_instances and its like), which every tenant has here. */
const defaults = {
  instances: 10,
  cores: 20,
  ram: 51200,
  floating_ips: 10,
  fixed_ips: -1,
  metadata_items: 128,
  injected_files: 5,
  injected_file_content_bytes: 10240,
  injected_file_path_bytes: 255,
  key_pairs: 100,
  security_groups: 10,
  security_group_rules: 20,
  server_groups: 10,
  server_group_members: 10,
} as const;

type Resource = keyof typeof defaults;

/** Network quotas go in 2.36, those of injected files in 2.57. */
function resources(minor: number): Resource[] {
  const gone: Resource[] = [];
  if (minor >= 36) gone.push('fixed_ips', 'floating_ips', 'security_group_rules', 'security_groups');
  if (minor >= 57) gone.push('injected_files', 'injected_file_content_bytes', 'injected_file_path_bytes');
  return (Object.keys(defaults) as Resource[]).filter((name) => !gone.includes(name));
}

function used(call: ComputeCall, tenantId: string): Partial<Record<Resource, number>> {
  const { servers, flavors, floatingIps, securityGroups } = call.cloud.world;
  const own = servers.filter((server) => server.tenantId === tenantId && !server.deleted);
  const sizes = own.flatMap(({ flavorId }) => flavors.filter(({ id }) => id === flavorId));
  return {
    instances: own.length,
    cores: sizes.reduce((sum, { vcpus }) => sum + vcpus, 0),
    ram: sizes.reduce((sum, { ram }) => sum + ram, 0),
    floating_ips: floatingIps.filter((row) => row.tenantId === tenantId).length,
    security_groups: securityGroups.filter((row) => row.tenantId === tenantId).length,
  };
}

/** `/os-quota-sets/{tenant}[/defaults|/detail]`; an unknown tenant has the defaults, as ever. */
export function quotaSets(call: ComputeCall): Answer {
  const [, tenantId, part, more] = call.parts;
  if (call.method !== 'GET' || tenantId === undefined || more !== undefined) return noRoute();
  if (part !== undefined && part !== 'defaults' && part !== 'detail') return noRoute();
  if (tenantId !== call.caller.token.tenantId) administratorsOnly(call, `os-quota-sets:${part ?? 'show'}`);
  const inUse = used(call, tenantId);
  const entries = resources(call.minor).map((name) => [
    name,
    part === 'detail' ? { in_use: inUse[name] ?? 0, limit: defaults[name], reserved: 0 } : defaults[name],
  ]);
  return json(200, { quota_set: { id: tenantId, ...Object.fromEntries(entries) } });
}

/** `/os-quota-class-sets/{name}`, for administrators. */
export function quotaClassSets(call: ComputeCall): Answer {
  const [, name, part] = call.parts;
  if (call.method !== 'GET' || name === undefined || part !== undefined) return noRoute();
  administratorsOnly(call, 'os-quota-class-sets:show');
  const entries = resources(call.minor).map((resource) => [resource, defaults[resource]]);
  return json(200, { quota_class_set: { id: name, ...Object.fromEntries(entries) } });
}

const limitNames: Readonly<Partial<Record<Resource, readonly string[]>>> = {
  instances: ['maxTotalInstances'],
  cores: ['maxTotalCores'],
  ram: ['maxTotalRAMSize'],
  metadata_items: ['maxServerMeta', 'maxImageMeta'],
  injected_files: ['maxPersonality'],
  injected_file_content_bytes: ['maxPersonalitySize'],
  key_pairs: ['maxTotalKeypairs'],
  server_groups: ['maxServerGroups'],
  server_group_members: ['maxServerGroupMembers'],
  floating_ips: ['maxTotalFloatingIps'],
  security_groups: ['maxSecurityGroups'],
  security_group_rules: ['maxSecurityGroupRules'],
};

const usedNames: Readonly<Partial<Record<Resource, string>>> = {
  ram: 'totalRAMUsed',
  cores: 'totalCoresUsed',
  instances: 'totalInstancesUsed',
  floating_ips: 'totalFloatingIpsUsed',
  security_groups: 'totalSecurityGroupsUsed',
  server_groups: 'totalServerGroupsUsed',
};

/** `/limits[?tenant_id=]`: quotas under other names, and what of them is taken. */
export function limits(call: ComputeCall): Answer {
  if (call.method !== 'GET' || call.parts.length > 1) return noRoute();
  const asked = call.query.get('tenant_id');
  if (asked !== null) administratorsOnly(call, 'limits:other_project');
  const inUse = used(call, asked ?? call.caller.token.tenantId ?? '');
  const absolute: Record<string, number> = {};
  const known = resources(call.minor);
  for (const name of known) {
    for (const limit of limitNames[name] ?? []) {
      if (call.minor < 39 || limit !== 'maxImageMeta') absolute[limit] = defaults[name];
    }
  }
  for (const name of known) {
    const key = usedNames[name];
    if (key !== undefined) absolute[key] = inUse[name] ?? 0;
  }
  return json(200, { limits: { rate: [], absolute } });
}
