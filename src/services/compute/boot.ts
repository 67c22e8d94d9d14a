import { isRecord, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { objectIn, textIn } from '../answer.js';
import { getServer } from './servers.js';

/**
 * Compute API reference: "Create Server" (`POST /servers`). What was answered, and what the server is now; of several, the
 * first. Where a reservation was asked for, nothing but its id.
 */
export async function bootServer(session: Session, body: Json): Promise<Json> {
  const answer = await session.json({ service: 'compute', path: '/servers', method: 'POST', body });
  if (isRecord(body.server) && body.server.return_reservation_id === true) {
    return { reservation_id: textIn(answer, 'reservation_id') };
  }
  const made = objectIn(answer, 'server');
  return { ...made, ...(await getServer(session, textIn(made, 'id'))) };
}
