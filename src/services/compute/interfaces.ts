import { asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { objectOf } from '../answer.js';
import { getServer } from './servers.js';

/** Compute API reference: "Show Port Interface Details" (`GET /servers/{server_id}/os-interface/{port_id}`). */
export const getInterface = (session: Session, server: string, port: string): Promise<Json> => {
  const path = `/servers/${encodeURIComponent(server)}/os-interface/${encodeURIComponent(port)}`;
  return objectOf(session, { service: 'compute', path }, 'interfaceAttachment');
};

/**
 * A server's interface with the port's state as `status`. No port of a server that does not run is up: then it is ATTACHED.
 */
export async function interfaceState(session: Session, server: string, port: string): Promise<Json> {
  const { port_state: state, ...about } = await getInterface(session, server, port);
  if (asText(state) !== 'DOWN') return { ...about, status: state };
  const { status } = await getServer(session, server);
  return { ...about, status: asText(status) === 'ACTIVE' ? state : 'ATTACHED' };
}
