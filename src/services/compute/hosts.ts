import { isRecord, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listOf, missing, objectIn } from '../answer.js';
import { changeOrRemoved, orRemovedOne } from './removed-apis.js';

/**
 * What a host has, what is taken, and each project's part: rows of host, project, cpu, memory_mb, disk_gb. Compute API
 * reference: "Show Host Details" (`GET /os-hosts/{host_name}`), up to microversion 2.42.
 */
export async function describeHost(session: Session, host: string): Promise<readonly Json[]> {
  const path = `/os-hosts/${encodeURIComponent(host)}`;
  const rows = await listOf(session, { service: 'compute', path, microversion: '2.1' }, 'host');
  return rows.map((row) => objectIn(row, 'resource'));
}

/** Compute API reference: "Update Host status" (`PUT /os-hosts/{host_name}`), up to 2.42. */
export const updateHost = (session: Session, host: string, changes: Json): Promise<Json> =>
  answered(changeOrRemoved(session, 'hosts', 'PUT', `/os-hosts/${encodeURIComponent(host)}`, changes));

/**
 * Compute API reference: "Reboot Host", "Shut Down Host", "Start Host" (`GET /os-hosts/{host_name}/{action}`), up to 2.42.
 * The method says that it changes nothing, but it does.
 */
export const powerHost = (session: Session, host: string, action: string): Promise<Json> => {
  const path = `/os-hosts/${encodeURIComponent(host)}/${encodeURIComponent(action)}`;
  return answered(orRemovedOne('hosts', session.json({ service: 'compute', path, microversion: '2.1', safe: false })));
};

async function answered(asked: Promise<unknown>): Promise<Json> {
  const answer = await asked;
  if (isRecord(answer) && typeof answer.host === 'string') return answer;
  throw missing('host');
}
