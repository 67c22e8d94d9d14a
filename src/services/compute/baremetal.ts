import { itemsOf } from '../../lib/items-of.js';
import { asText, type Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { objectIn } from '../answer.js';
import { findItem, resolving } from '../find.js';
import { changeOrRemoved, listOrRemoved, showOrRemoved } from './removed-apis.js';

/** Nodes with their interfaces. Compute API reference: "List Bare Metal Nodes" (`GET /os-baremetal-nodes`), up to 2.35. */
export function listBaremetalNodes(session: Session): AsyncIterable<readonly Json[]> {
  return listOrRemoved(session, 'baremetal', '/os-baremetal-nodes', 'nodes');
}

/** Compute API reference: "Show Bare Metal Node Details" (`GET /os-baremetal-nodes/{node_id}`), up to 2.35. */
export async function getBaremetalNode(session: Session, id: string): Promise<Json> {
  return showOrRemoved(session, 'baremetal', `/os-baremetal-nodes/${encodeURIComponent(id)}`, 'node');
}

/** A node by its id; nodes of nova have no names. */
export function findBaremetalNode(session: Session, given: string): Promise<Json> {
  const looking = resolving(session);
  const byName = (): Promise<readonly Json[]> => itemsOf(listBaremetalNodes(looking));
  return findItem({ noun: 'baremetalnode', get: (id) => getBaremetalNode(looking, id), byName }, given);
}

const pathOf = (id: unknown, below = ''): string => `/os-baremetal-nodes/${encodeURIComponent(asText(id))}${below}`;

/** `POST /os-baremetal-nodes` (nova 2013.1 api/openstack/compute/contrib/baremetal_nodes.py). */
export const createBaremetalNode = async (session: Session, node: Json): Promise<Json> =>
  objectIn(await changeOrRemoved(session, 'baremetal', 'POST', '/os-baremetal-nodes', { node }), 'node');

/** `DELETE /os-baremetal-nodes/{node_id}`. */
export async function removeBaremetalNode(session: Session, given: string): Promise<void> {
  const { id } = await findBaremetalNode(session, given);
  await changeOrRemoved(session, 'baremetal', 'DELETE', pathOf(String(id)));
}

/** `POST /os-baremetal-nodes/{node_id}/action`. */
export const addBaremetalInterface = async (session: Session, node: string, about: Json): Promise<Json> =>
  objectIn(
    await changeOrRemoved(session, 'baremetal', 'POST', pathOf(node, '/action'), { add_interface: about }),
    'interface',
  );

/** The same. @param address of the interface, MAC */
export const removeBaremetalInterface = (session: Session, node: string, address: string): Promise<unknown> =>
  changeOrRemoved(session, 'baremetal', 'POST', pathOf(node, '/action'), { remove_interface: { address } });
