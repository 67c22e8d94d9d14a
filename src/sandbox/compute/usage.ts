import { type Answer, json, Refusal } from '../call.js';
import type { Server } from '../world.js';
import { administratorsOnly, type ComputeCall, noRoute } from './call.js';
import { limitOf } from './query.js';

/** `/os-simple-tenant-usage[?start=&end=&detailed=1]` for administrators, `/os-simple-tenant-usage/{tenant}`. */
export function tenantUsage(call: ComputeCall): Answer {
  const [, tenantId, part] = call.parts;
  if (call.method !== 'GET' || part !== undefined) return noRoute();
  const now = call.cloud.now();
  const start = time(call, 'start', now);
  const end = time(call, 'end', now);
  if (tenantId === undefined) {
    administratorsOnly(call, 'os-simple-tenant-usage:list');
    const detailed = call.query.get('detailed') === '1';
    const { rows, links } = paged(call, inPeriod(call.cloud.world.servers, start, end));
    const next = links === undefined ? {} : { tenant_usages_links: links };
    return json(200, { tenant_usages: usages(call, rows, start, end, detailed), ...next });
  }
  if (tenantId !== call.caller.token.tenantId) administratorsOnly(call, 'os-simple-tenant-usage:show');
  const own = call.cloud.world.servers.filter((server) => server.tenantId === tenantId);
  const { rows, links } = paged(call, inPeriod(own, start, end));
  const [usage = {}] = usages(call, rows, start, end, true);
  return json(200, { tenant_usage: usage, ...(links === undefined ? {} : { tenant_usage_links: links }) });
}

/** The servers that ran at any time between two times. */
function inPeriod(servers: readonly Server[], start: number, end: number): Server[] {
  return servers.filter(({ launched, terminated }) => {
    if (launched === null || Date.parse(`${launched}Z`) > end) return false;
    return terminated === null || Date.parse(`${terminated}Z`) >= start;
  });
}

/** From 2.40 on the servers behind the sums come in pages: a tenant may be on several. */
function paged(call: ComputeCall, servers: readonly Server[]): { rows: readonly Server[]; links?: unknown[] } {
  if (call.minor < 40) return { rows: servers };
  const marker = call.query.get('marker');
  // By tenant, so that the last server of the last tenant is the marker that clients go on with.
  const key = (server: Server): string => `${server.tenantId} ${server.id}`;
  const sorted = [...servers].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const at = marker === null ? 0 : sorted.findIndex(({ id }) => id === marker) + 1;
  if (marker !== null && at === 0) throw new Refusal(400, `marker [${marker}] not found`);
  const limit = Math.min(limitOf(call) ?? call.cloud.pageSize, call.cloud.pageSize);
  const rows = sorted.slice(at, at + limit);
  const last = rows.at(-1);
  if (last === undefined || rows.length < limit) return { rows };
  const query = new URLSearchParams(call.query);
  query.set('marker', last.id);
  query.sort();
  const href = `${call.versionUrl}${call.tenantPart}/${call.parts.join('/')}?${query}`;
  return { rows, links: [{ rel: 'next', href }] };
}

function time(call: ComputeCall, name: string, now: number): number {
  const text = call.query.get(name);
  if (text === null) return now;
  const value = Date.parse(/[zZ]$|[+-]\d\d:\d\d$/.test(text) || !/T/.test(text.replace(' ', 'T')) ? text : `${text}Z`);
  if (Number.isNaN(value)) throw new Refusal(400, 'Invalid datetime format');
  return value;
}

/** Nova's times here have microseconds and no zone. */
function naive(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '000');
}

interface Usage {
  tenant_id: string;
  server_usages?: unknown[];
  total_local_gb_usage: number;
  total_vcpus_usage: number;
  total_memory_mb_usage: number;
  total_hours: number;
  start: string;
  stop: string;
}

function usages(call: ComputeCall, servers: readonly Server[], start: number, end: number, detailed: boolean): Usage[] {
  const { world, now } = call.cloud;
  const byTenant = new Map<string, Usage>();
  for (const server of servers) {
    const flavor = world.flavors.find(({ id }) => id === server.flavorId);
    if (server.launched === null || flavor === undefined) continue;
    const began = Date.parse(`${server.launched}Z`);
    const ended = server.terminated === null ? undefined : Date.parse(`${server.terminated}Z`);
    const hours = Math.max(0, Math.min(ended ?? end, end) - Math.max(began, start)) / 3_600_000;
    const total: Usage = byTenant.get(server.tenantId) ?? {
      tenant_id: server.tenantId,
      ...(detailed ? { server_usages: [] } : {}),
      total_local_gb_usage: 0,
      total_vcpus_usage: 0,
      total_memory_mb_usage: 0,
      total_hours: 0,
      start: naive(start),
      stop: naive(end),
    };
    const disk = flavor.disk + flavor.ephemeral;
    total.total_local_gb_usage += disk * hours;
    total.total_vcpus_usage += flavor.vcpus * hours;
    total.total_memory_mb_usage += flavor.ram * hours;
    total.total_hours += hours;
    total.server_usages?.push({
      hours,
      flavor: flavor.name,
      instance_id: server.id,
      name: server.name,
      tenant_id: server.tenantId,
      memory_mb: flavor.ram,
      local_gb: disk,
      vcpus: flavor.vcpus,
      started_at: server.launched,
      ended_at: server.terminated,
      state: ended === undefined ? server.vmState : 'terminated',
      uptime: Math.floor(((ended ?? now()) - began) / 1000),
    });
    byTenant.set(server.tenantId, total);
  }
  return [...byTenant.values()];
}
