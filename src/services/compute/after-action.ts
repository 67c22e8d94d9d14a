import { Failure } from '../../core/errors.js';
import { asRecord, asRecords, asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { getServer } from './servers.js';

/**
 * A server for those who wait for what was asked of it: once no task is under way, `failed_action` says that the last
 * thing that was asked of it ended in an error, which its state alone does not tell: a resize for which no host was found
 * leaves it as it was. Compute API reference: "List Actions For Server".
 */
export async function serverAfter(session: Session, id: string): Promise<Json> {
  const server = await getServer(session, id);
  if (asText(server['OS-EXT-STS:task_state']) !== '' || /deleted$/i.test(asText(server.status))) return server;
  const failed = await lastFailure(session, id);
  return failed === undefined ? server : { ...server, failed_action: failed };
}

async function lastFailure(session: Session, id: string): Promise<string | undefined> {
  try {
    const path = `/servers/${encodeURIComponent(id)}/os-instance-actions`;
    const actions = asRecords(asRecord(await session.json({ service: 'compute', path })).instanceActions);
    const [last] = [...actions].sort((a, b) => (asText(a.start_time) < asText(b.start_time) ? 1 : -1));
    if (last === undefined || !/^error/i.test(asText(last.message))) return undefined;
    return `${asText(last.action)} ended in an error: see nova instance-action ${id} ${asText(last.request_id)}`;
  } catch (error) {
    // Who may not see what was done waits for the state alone.
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
