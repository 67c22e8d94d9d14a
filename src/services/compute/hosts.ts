import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listOf, objectIn } from '../answer.js';

/**
 * What a host has, what is taken, and each project's part: rows of host, project, cpu, memory_mb, disk_gb. Compute API
 * reference: "Show Host Details" (`GET /os-hosts/{host_name}`), up to microversion 2.42.
 */
export async function describeHost(session: Session, host: string): Promise<readonly Json[]> {
  const path = `/os-hosts/${encodeURIComponent(host)}`;
  const rows = await listOf(session, { service: 'compute', path, microversion: '2.1' }, 'host');
  return rows.map((row) => objectIn(row, 'resource'));
}
