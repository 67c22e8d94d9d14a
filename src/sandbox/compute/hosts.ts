import { type Answer, asObject, json, parsed, Refusal } from '../call.js';
import type { ComputeService } from '../world.js';
import { administratorsOnly, type ComputeCall, noRoute } from './call.js';
import { usage } from './hypervisors.js';

/** `/os-hosts` and `/os-hosts/{name}`, up to 2.42, for administrators. */
export function hosts(call: ComputeCall): Answer {
  if (call.minor >= 43) throw new Refusal(404, 'The resource could not be found.');
  const [, name, part, more] = call.parts;
  if (name !== undefined && part === undefined && call.method === 'PUT') return update(call, name);
  if (
    name !== undefined &&
    /^(startup|shutdown|reboot)$/.test(part ?? '') &&
    call.method === 'GET' &&
    more === undefined
  ) {
    administratorsOnly(call, `os-hosts:${part}`);
    known(call, name);
    return json(200, { host: name, power_action: part });
  }
  if (call.method !== 'GET' || part !== undefined) return noRoute();
  administratorsOnly(call, `os-hosts:${name === undefined ? 'list' : 'show'}`);
  return name === undefined ? list(call) : describe(call, name);
}

function list(call: ComputeCall): Answer {
  const zone = call.query.get('zone');
  const rows = call.cloud.world.computeServices
    .filter((row) => row.enabled && (zone === null || row.zone === zone))
    .sort((a, b) => a.number - b.number);
  return json(200, {
    hosts: rows.map((row) => ({ host_name: row.host, service: row.binary.replace(/^nova-/, ''), zone: row.zone })),
  });
}

/** What a host has, what is taken, what its servers could take at most, and each tenant's part. */
function describe(call: ComputeCall, name: string): Answer {
  const { world } = call.cloud;
  const host = world.hypervisors.find((row) => row.host === name);
  if (host === undefined) throw new Refusal(404, `Compute host ${name} could not be found.`);
  const has = usage(world, host);
  const row = (project: string, cpu: number, memory: number, disk: number): unknown => ({
    resource: { host: name, project, cpu, memory_mb: memory, disk_gb: disk },
  });
  const tenants = new Map<string, { cpu: number; memory: number; disk: number }>();
  for (const server of world.servers) {
    const flavor = world.flavors.find(({ id }) => id === server.flavorId);
    if (server.host !== name || server.deleted || flavor === undefined) continue;
    const sum = tenants.get(server.tenantId) ?? { cpu: 0, memory: 0, disk: 0 };
    sum.cpu += flavor.vcpus;
    sum.memory += flavor.ram;
    sum.disk += flavor.disk + flavor.ephemeral;
    tenants.set(server.tenantId, sum);
  }
  const most = [...tenants.values()].reduce(
    (a, b) => ({ cpu: a.cpu + b.cpu, memory: a.memory + b.memory, disk: a.disk + b.disk }),
    { cpu: 0, memory: 0, disk: 0 },
  );
  return json(200, {
    host: [
      row('(total)', has.vcpus, has.memory_mb, has.local_gb),
      row('(used_now)', has.vcpus_used, has.memory_mb_used, has.local_gb_used),
      row('(used_max)', most.cpu, most.memory, most.disk),
      ...[...tenants].map(([id, { cpu, memory, disk }]) => row(id, cpu, memory, disk)),
    ],
  });
}

function known(call: ComputeCall, name: string): ComputeService {
  const rows = call.cloud.world.computeServices.filter(({ host }) => host === name);
  const found = rows.find(({ binary }) => binary === 'nova-compute') ?? rows[0];
  if (found === undefined) throw new Refusal(404, `Compute host ${name} could not be found.`);
  return found;
}

/** `PUT /os-hosts/{name}`: whether it takes new servers, and whether its own are moved to others. */
function update(call: ComputeCall, name: string): Answer {
  administratorsOnly(call, 'os-hosts:update');
  const given = asObject(parsed(call.body)) ?? {};
  const words = (key: string): string | undefined => {
    if (given[key] === undefined) return undefined;
    const word = String(given[key]).trim().toLowerCase();
    if (word !== 'enable' && word !== 'disable') throw new Refusal(400, `Invalid status: '${given[key]}'`);
    return word;
  };
  const [status, mode] = [words('status'), words('maintenance_mode')];
  if (status === undefined && mode === undefined)
    throw new Refusal(400, "'status' or 'maintenance_mode' needed for host update");
  const service = known(call, name);
  if (status !== undefined) service.enabled = status === 'enable';
  return json(200, {
    host: name,
    ...(status === undefined ? {} : { status: `${status}d` }),
    ...(mode === undefined ? {} : { maintenance_mode: mode === 'enable' ? 'on_maintenance' : 'off_maintenance' }),
  });
}
