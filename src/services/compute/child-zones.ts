import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { objectIn, textIn } from '../answer.js';
import { changeOrRemoved, listOrRemoved, showOrRemoved } from './removed-apis.js';

/**
 * The zones below this one, as 2011.3 had them: id, api_url, name, capabilities, is_active, weights. `GET /zones/detail`
 * (nova 2011.3 api/openstack/zones.py).
 */
export function listChildZones(session: Session): AsyncIterable<readonly Json[]> {
  return listOrRemoved(session, 'zones', '/zones/detail', 'zones');
}

/** One zone below this one: `GET /zones/{id}`. */
export function getChildZone(session: Session, id: string): Promise<Json> {
  return showOrRemoved(session, 'zones', `/zones/${encodeURIComponent(id)}`, 'zone');
}

/** This zone's own name and what its hosts are capable of: `GET /zones/info`. */
export function getOwnZone(session: Session): Promise<Json> {
  return showOrRemoved(session, 'zones', '/zones/info', 'zone');
}

/** `POST /zones`. @param zone its fields, by the API's names */
export const createChildZone = async (session: Session, zone: Json): Promise<Json> =>
  objectIn(await changeOrRemoved(session, 'zones', 'POST', '/zones', { zone }), 'zone');

/** `DELETE /zones/{id}`. */
export const removeChildZone = (session: Session, id: string): Promise<unknown> =>
  changeOrRemoved(session, 'zones', 'DELETE', `/zones/${encodeURIComponent(id)}`);

/** Boots servers in this zone or one below it: `POST /zones/boot`. @returns the id of the reservation */
export const bootInZones = async (session: Session, server: Json): Promise<string> =>
  textIn(await changeOrRemoved(session, 'zones', 'POST', '/zones/boot', { server }), 'reservation_id');
