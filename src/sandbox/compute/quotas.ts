import { type Answer, asObject, json, nothing, parsed, Refusal } from '../call.js';
import type { World } from '../world.js';
import { administratorsOnly, type ComputeCall, noRoute } from './call.js';
import { invalid } from './kind.js';

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

/** How much of its quotas a tenant uses: servers and their cores and RAM (MiB), floating addresses, security groups. */
export function used(call: ComputeCall, tenantId: string): Partial<Record<Resource, number>> {
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

/** A limit: what was set for the user or the tenant, or what all have. */
export function limitOf({ quotas }: World, name: Resource, tenantId?: string, userId?: string): number {
  const own = tenantId === undefined ? undefined : quotas[tenantId]?.[name];
  const users = userId === undefined ? undefined : quotas[`${tenantId}/${userId}`]?.[name];
  return users ?? own ?? quotas['class default']?.[name] ?? defaults[name];
}

/** Puts the limits of a body under a key. */
function set(call: ComputeCall, key: string, name: string): void {
  const given = asObject(asObject(parsed(call.body))?.[name]);
  if (given === undefined) throw new Refusal(400, 'Malformed request body');
  const known = resources(call.minor) as string[];
  const limits: Record<string, number> = {};
  for (const [resource, value] of Object.entries(given)) {
    if (['force', 'tenant_id', 'class_name'].includes(resource)) continue;
    const limit = Number(value);
    if (!known.includes(resource))
      throw invalid(name, `Additional properties are not allowed ('${resource}' was unexpected)`);
    if (value === null || !Number.isInteger(limit) || limit < -1) {
      throw invalid(resource, `Value: ${value}. ${value} is less than the minimum of -1`);
    }
    limits[resource] = limit;
  }
  call.cloud.world.quotas[key] = { ...call.cloud.world.quotas[key], ...limits };
}

/** Sets the limits of a tenant or of one of its users, or takes them back, for administrators. */
function change(call: ComputeCall, tenantId: string): Answer {
  const { world } = call.cloud;
  const user = call.query.get('user_id');
  const key = user === null ? tenantId : `${tenantId}/${user}`;
  if (call.method === 'DELETE') {
    administratorsOnly(call, 'os-quota-sets:delete');
    delete world.quotas[key];
    return { ...nothing(), status: 202 };
  }
  if (call.method !== 'PUT') return noRoute();
  administratorsOnly(call, 'os-quota-sets:update');
  set(call, key, 'quota_set');
  const entries = resources(call.minor).map((name) => [name, limitOf(world, name, tenantId, user ?? undefined)]);
  return json(200, { quota_set: Object.fromEntries(entries) });
}

/** `/os-quota-sets/{tenant}[/defaults|/detail]`; an unknown tenant has the defaults, as ever. */
export function quotaSets(call: ComputeCall): Answer {
  const [, tenantId, part, more] = call.parts;
  if (tenantId === undefined || more !== undefined) return noRoute();
  if (call.method !== 'GET') return part === undefined ? change(call, tenantId) : noRoute();
  if (part !== undefined && part !== 'defaults' && part !== 'detail') return noRoute();
  if (tenantId !== call.caller.token.tenantId) administratorsOnly(call, `os-quota-sets:${part ?? 'show'}`);
  const inUse = used(call, tenantId);
  const holder = part === 'defaults' ? undefined : tenantId;
  const limit = (name: Resource): number =>
    limitOf(call.cloud.world, name, holder, call.query.get('user_id') ?? undefined);
  const entries = resources(call.minor).map((name) => [
    name,
    part === 'detail' ? { in_use: inUse[name] ?? 0, limit: limit(name), reserved: 0 } : limit(name),
  ]);
  return json(200, { quota_set: { id: tenantId, ...Object.fromEntries(entries) } });
}

/** `/os-quota-class-sets/{name}`, for administrators. */
export function quotaClassSets(call: ComputeCall): Answer {
  const [, name, part] = call.parts;
  if (name === undefined || part !== undefined || (call.method !== 'GET' && call.method !== 'PUT')) return noRoute();
  administratorsOnly(call, `os-quota-class-sets:${call.method === 'PUT' ? 'update' : 'show'}`);
  const { world } = call.cloud;
  if (call.method === 'PUT') set(call, `class ${name}`, 'quota_class_set');
  const entries = resources(call.minor).map((one) => [
    one,
    world.quotas[`class ${name}`]?.[one] ?? limitOf(world, one),
  ]);
  const id = call.method === 'PUT' && call.minor < 50 ? {} : { id: name };
  return json(200, { quota_class_set: { ...id, ...Object.fromEntries(entries) } });
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
  const tenantId = asked ?? call.caller.token.tenantId ?? '';
  const inUse = used(call, tenantId);
  const absolute: Record<string, number> = {};
  const known = resources(call.minor);
  for (const name of known) {
    for (const limit of limitNames[name] ?? []) {
      if (call.minor < 39 || limit !== 'maxImageMeta') absolute[limit] = limitOf(call.cloud.world, name, tenantId);
    }
  }
  for (const name of known) {
    const key = usedNames[name];
    if (key !== undefined) absolute[key] = inUse[name] ?? 0;
  }
  return json(200, { limits: { rate: [], absolute } });
}
