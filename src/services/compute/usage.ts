import { isNumber } from '../../core/exact-number.js';
import { asRecord, asRecords, asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listed, mapIn } from '../answer.js';

/** From when to when, ISO 8601 in UTC without a zone. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

/** What a project has used. Sums are of hours: of memory (MiB), virtual processors, disk (GiB). */
export interface Usage {
  readonly tenant_id: unknown;
  readonly servers: number;
  readonly memory: number;
  readonly cpus: number;
  readonly disk: number;
}

/**
 * Usage of all projects, those that come in several pages added up. Compute API reference: "List Tenant Usage
 * Statistics For All Tenants" (`GET /os-simple-tenant-usage`).
 */
export async function listUsage(session: Session, { start, end }: Period): Promise<readonly Usage[]> {
  const call = { service: 'compute', path: '/os-simple-tenant-usage', query: { start, end, detailed: 1 } };
  const usages = new Map<unknown, Usage>();
  for await (const page of listed(session, call, 'tenant_usages')) {
    for (const item of page) {
      const before = usages.get(item.tenant_id);
      usages.set(item.tenant_id, before === undefined ? usageOf(item) : sum(before, usageOf(item)));
    }
  }
  return [...usages.values()];
}

/**
 * Usage of one project; undefined where it has used nothing. Compute API reference: "Show Usage Statistics For Tenant"
 * (`GET /os-simple-tenant-usage/{tenant_id}`), since microversion 2.40 in pages.
 */
export async function getUsage(
  session: Session,
  projectId: string,
  { start, end }: Period,
): Promise<Usage | undefined> {
  const path = `/os-simple-tenant-usage/${encodeURIComponent(projectId)}`;
  let marker: string | undefined;
  let usage: Usage | undefined;
  for (;;) {
    const answer = asRecord(await session.json({ service: 'compute', path, query: { start, end, marker } }));
    const item = mapIn(answer, 'tenant_usage');
    usage = usage === undefined ? usageOf(item) : sum(usage, usageOf(item));
    const last = asText(asRecords(item.server_usages).at(-1)?.instance_id);
    const more = asRecords(answer.tenant_usage_links).some(({ rel }) => rel === 'next');
    if (!more || last === '' || last === marker) return usage.cpus === 0 ? undefined : usage;
    marker = last;
  }
}

function usageOf(item: Json): Usage {
  const number = (value: unknown): number => (isNumber(value) ? Number(value) : 0);
  return {
    tenant_id: item.tenant_id ?? null,
    servers: asRecords(item.server_usages).length,
    memory: number(item.total_memory_mb_usage),
    cpus: number(item.total_vcpus_usage),
    disk: number(item.total_local_gb_usage),
  };
}

const sum = (a: Usage, b: Usage): Usage => ({
  tenant_id: a.tenant_id,
  servers: a.servers + b.servers,
  memory: a.memory + b.memory,
  cpus: a.cpus + b.cpus,
  disk: a.disk + b.disk,
});
