import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { objectOf } from '../answer.js';
import { findItem, resolving } from '../find.js';
import { volumePages } from './pages.js';
import { withNames } from './volumes.js';

/** Block Storage API reference: "List snapshots and details" (`GET /snapshots/detail`). */
export function listSnapshots(session: Session): AsyncIterable<readonly Json[]> {
  return volumePages(session, '/snapshots/detail', 'snapshots');
}

/**
 * A snapshot by id, or by name among the project's own. Block Storage API reference: "Show a snapshot's details"
 * (`GET /snapshots/{snapshot_id}`).
 * @throws Failure when there is none, or more than one of the name
 */
export function findSnapshot(session: Session, given: string): Promise<Json> {
  const looking = resolving(session);
  const get = (id: string): Promise<Json> =>
    objectOf(looking, { service: 'volume', path: `/snapshots/${encodeURIComponent(id)}` }, 'snapshot');
  return findItem({ noun: 'snapshot', get, byName: () => withNames(listSnapshots(looking)) }, given);
}
