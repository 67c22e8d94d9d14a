import { type Answer, json, Refusal } from '../call.js';
import { uuid } from '../ids.js';
import type { Hypervisor, Server, World } from '../world.js';
import { type ComputeCall, noRoute } from './call.js';
import { instanceName } from './filters.js';
import { serviceId } from './services.js';

/** `/os-hypervisors` and below; administrators only. */
export function hypervisors(call: ComputeCall): Answer {
  const [, id, part, more] = call.parts;
  if (more !== undefined || (call.method !== 'GET' && call.method !== 'HEAD')) return noRoute();
  if (!call.caller.admin) {
    const rules: Readonly<Record<string, string>> = { detail: 'list-detail', statistics: 'statistics' };
    const rule = id === undefined ? 'list' : (part ?? rules[id] ?? 'show');
    throw new Refusal(403, `Policy doesn't allow os_compute_api:os-hypervisors:${rule} to be performed.`);
  }
  const rows = call.cloud.world.hypervisors;
  if (id === undefined || (id === 'detail' && part === undefined)) return list(call, id === 'detail');
  if (id === 'statistics' && part === undefined) {
    if (call.minor >= 88) throw new Refusal(404, 'The resource could not be found.');
    return json(200, { hypervisor_statistics: statistics(call.cloud.world) });
  }
  if (part === 'search' || part === 'servers') {
    if (call.minor >= 53) throw new Refusal(404, 'The resource could not be found.');
    const found = rows.filter(({ host }) => host.includes(id));
    if (found.length === 0) throw new Refusal(404, `No hypervisor matching '${id}' could be found.`);
    return json(200, {
      hypervisors: found.map((row) => ({ ...brief(call, row), ...(part === 'servers' ? guests(call, row) : {}) })),
    });
  }
  const found = rows.find((row) => String(hypervisorId(call, row)) === id);
  if (found === undefined) {
    if (call.minor >= 53 && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
      throw new Refusal(400, `Invalid uuid ${id}`);
    }
    throw new Refusal(404, `Hypervisor with ID '${id}' could not be found.`);
  }
  if (part === 'uptime' && call.minor < 88) {
    return json(200, { hypervisor: { ...brief(call, found), uptime: uptime(found) } });
  }
  if (part !== undefined) return noRoute();
  const withServers = call.minor >= 53 && call.query.get('with_servers')?.toLowerCase() === 'true';
  return json(200, { hypervisor: { ...full(call, found), ...(withServers ? guests(call, found) : {}) } });
}

function list(call: ComputeCall, detail: boolean): Answer {
  const wanted = call.minor >= 53 ? call.query.get('hypervisor_hostname_pattern') : null;
  const rows = call.cloud.world.hypervisors.filter(({ host }) => wanted === null || host.includes(wanted));
  if (wanted !== null && rows.length === 0) {
    throw new Refusal(404, `No hypervisor matching '${wanted}' could be found.`);
  }
  const withServers = call.minor >= 53 && call.query.get('with_servers')?.toLowerCase() === 'true';
  return json(200, {
    hypervisors: rows.map((row) => ({
      ...(detail ? full(call, row) : brief(call, row)),
      ...(withServers ? guests(call, row) : {}),
    })),
  });
}

function hypervisorId(call: ComputeCall, { host, number }: Hypervisor): number | string {
  return call.minor >= 53 ? uuid('hypervisor', host) : number;
}

function serviceOf(call: ComputeCall, { host }: Hypervisor) {
  return call.cloud.world.computeServices.find((row) => row.binary === 'nova-compute' && row.host === host);
}

function brief(call: ComputeCall, row: Hypervisor): Record<string, unknown> {
  const service = serviceOf(call, row);
  return {
    id: hypervisorId(call, row),
    hypervisor_hostname: row.host,
    state: service?.up === true ? 'up' : 'down',
    status: service?.enabled === true ? 'enabled' : 'disabled',
  };
}

function serversOn(world: World, host: string): Server[] {
  return world.servers.filter((server) => server.host === host && !server.deleted);
}

function guests(call: ComputeCall, { host }: Hypervisor): Record<string, unknown> {
  const servers = serversOn(call.cloud.world, host).map((server) => ({ name: instanceName(server), uuid: server.id }));
  return servers.length === 0 && call.minor < 75 ? {} : { servers };
}

/** What the servers on a host take away from it; 512 MiB are for the host itself (reserved_host_memory_mb). */
export function usage(world: World, row: Hypervisor) {
  const flavors = serversOn(world, row.host).flatMap(({ flavorId }) =>
    world.flavors.filter(({ id }) => id === flavorId),
  );
  const sum = (of: (flavor: (typeof flavors)[number]) => number): number =>
    flavors.reduce((total, flavor) => total + of(flavor), 0);
  const memory = 512 + sum(({ ram }) => ram);
  const disk = sum((flavor) => flavor.disk + flavor.ephemeral);
  return {
    vcpus: row.vcpus,
    memory_mb: row.memoryMb,
    local_gb: row.localGb,
    vcpus_used: sum(({ vcpus }) => vcpus),
    memory_mb_used: memory,
    local_gb_used: disk,
    free_ram_mb: row.memoryMb - memory,
    free_disk_gb: row.localGb - disk,
    current_workload: 0,
    running_vms: flavors.length,
    disk_available_least: row.localGb - disk,
  };
}

function uptime({ number }: Hypervisor): string {
  return ` 19:32:40 up ${40 + number} days,  3:17,  1 user,  load average: 0.0${number}, 0.05, 0.11`;
}

function full(call: ComputeCall, row: Hypervisor): Record<string, unknown> {
  const service = serviceOf(call, row);
  const cpu = { arch: 'x86_64', model: 'Westmere', vendor: 'Intel', features: ['pge', 'clflush'] };
  const info = { ...cpu, topology: { cores: 6, threads: 2, sockets: 2 } };
  const numbers = {
    ...usage(call.cloud.world, row),
    cpu_info: call.minor >= 28 ? info : JSON.stringify(info),
  };
  return {
    ...brief(call, row),
    hypervisor_type: row.type,
    hypervisor_version: row.version,
    host_ip: row.ip,
    service: {
      id: service === undefined ? null : serviceId(call, service),
      host: row.host,
      disabled_reason: service?.disabledReason ?? null,
    },
    ...(call.minor >= 88 ? { uptime: uptime(row) } : numbers),
  };
}

function statistics(world: World): Record<string, number> {
  const total: Record<string, number> = { count: world.hypervisors.length };
  for (const row of world.hypervisors) {
    for (const [key, value] of Object.entries(usage(world, row))) total[key] = (total[key] ?? 0) + value;
  }
  return total;
}
