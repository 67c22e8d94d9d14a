import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { findItem, resolving } from '../find.js';
import { getOne } from '../resource.js';
import { volumePages } from './pages.js';
import { snapshots } from './resources.js';
import { withNames } from './volumes.js';

/** Block Storage API reference: "List snapshots and details" (`GET /snapshots/detail`). */
export function listSnapshots(session: Session): AsyncIterable<readonly Json[]> {
  return volumePages(session, snapshots);
}

/**
 * A snapshot by id, or by name among the project's own. Block Storage API reference: "Show a snapshot's details"
 * (`GET /snapshots/{snapshot_id}`).
 * @throws Failure when there is none, or more than one of the name
 */
export function findSnapshot(session: Session, given: string): Promise<Json> {
  const looking = resolving(session);
  const get = (id: string): Promise<Json> => getOne(looking, snapshots, id);
  return findItem({ noun: 'snapshot', get, byName: () => withNames(listSnapshots(looking)) }, given);
}
