import { asArray, asRecord, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';

/**
 * What a host has, what is taken, and each project's part: rows of host, project, cpu, memory_mb, disk_gb. Compute API
 * reference: "Show Host Details" (`GET /os-hosts/{host_name}`), up to microversion 2.42.
 */
export async function describeHost(session: Session, host: string): Promise<readonly Json[]> {
  const path = `/os-hosts/${encodeURIComponent(host)}`;
  const answer = asRecord(await session.json({ service: 'compute', path, microversion: '2.1' }));
  return asArray(answer.host).map((row) => asRecord(asRecord(row).resource));
}
