import { itemsOf } from '../../lib/items-of.js';
import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { findItem, resolving } from '../find.js';
import { listOrRemoved, showOrRemoved } from './removed-apis.js';

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
