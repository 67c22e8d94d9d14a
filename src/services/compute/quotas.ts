import { type Json, record } from '../../lib/read.js';
import type { Session } from '../../session/session.js';

/**
 * The limits of a project; -1 means none. Compute API reference: "Show A Quota" (`GET /os-quota-sets/{tenant_id}`).
 * @param microversion 2.35 is the last with the limits of networks, 2.56 the last with those of injected files
 */
export async function getQuotas(session: Session, projectId: string, microversion?: string): Promise<Json> {
  const path = `/os-quota-sets/${encodeURIComponent(projectId)}`;
  const call = { service: 'compute', path, ...(microversion === undefined ? {} : { microversion }) };
  return record(record(await session.json(call)).quota_set);
}
