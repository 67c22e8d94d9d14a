import { type Json, records } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { atMost, served } from './retired.js';
import { findServer } from './servers.js';

/**
 * Interfaces of a server by name or id: id, mac_address; since 2.12 net_id. Compute API reference: "List Virtual
 * Interfaces" (`GET /servers/{server_id}/os-virtual-interfaces`), up to microversion 2.43.
 */
export async function* listVirtualInterfaces(session: Session, given: string): AsyncGenerator<readonly Json[]> {
  const server = await findServer(session, given);
  const path = `/servers/${encodeURIComponent(String(server.id))}/os-virtual-interfaces`;
  const call = { service: 'compute', path, microversion: await atMost(session, '2.12') };
  for await (const page of served('virtualInterfaces', session.pages(call, 'virtual_interfaces'))) yield records(page);
}

/**
 * What was done to a server, as clouds of 2011 told it: created_at, action, error.
 * `GET /servers/{server_id}/actions` (nova 2011.3 api/openstack/servers.py).
 */
export async function* listServerActions(session: Session, given: string): AsyncGenerator<readonly Json[]> {
  const server = await findServer(session, given);
  const path = `/servers/${encodeURIComponent(String(server.id))}/actions`;
  const call = { service: 'compute', path, microversion: '2.1' };
  for await (const page of served('actions', session.pages(call, 'actions'))) yield records(page);
}
