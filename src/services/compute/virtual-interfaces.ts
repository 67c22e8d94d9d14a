import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listIn } from '../answer.js';
import { atMost } from './at-most.js';
import { orRemovedOne } from './removed-apis.js';
import { serverRequest } from './servers.js';

/**
 * Interfaces of a server by name or id: id, mac_address; since 2.12 net_id. Compute API reference: "List Virtual
 * Interfaces" (`GET /servers/{server_id}/os-virtual-interfaces`), up to microversion 2.43.
 */
export async function listVirtualInterfaces(session: Session, given: string): Promise<readonly Json[]> {
  const about = { path: '/os-virtual-interfaces', microversion: await atMost(session, '2.12') };
  const answer = await orRemovedOne('virtualInterfaces', serverRequest(session, given, about));
  return listIn(answer, 'virtual_interfaces');
}

/**
 * What was done to a server, as clouds of 2011 told it: created_at, action, error.
 * `GET /servers/{server_id}/actions` (nova 2011.3 api/openstack/servers.py).
 */
export async function listServerActions(session: Session, given: string): Promise<readonly Json[]> {
  const answer = await orRemovedOne(
    'actions',
    serverRequest(session, given, { path: '/actions', microversion: '2.1' }),
  );
  return listIn(answer, 'actions');
}
