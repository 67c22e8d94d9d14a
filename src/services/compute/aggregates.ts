import type { Json } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { listed, objectOf } from '../answer.js';
import { findItem, resolving } from '../find.js';

/** Compute API reference: "List Aggregates" (`GET /os-aggregates`), not in pages. */
export function listAggregates(session: Session): AsyncGenerator<readonly Json[]> {
  return listed(session, { service: 'compute', path: '/os-aggregates' }, 'aggregates');
}

/**
 * An aggregate by id or name. Compute API reference: "Show Aggregate Details" (`GET /os-aggregates/{aggregate_id}`).
 * @throws Failure when there is no such aggregate, or more than one.
 */
export function findAggregate(session: Session, given: string): Promise<Json> {
  const looking = resolving(session);
  const get = (id: string): Promise<Json> => {
    const path = `/os-aggregates/${encodeURIComponent(id)}`;
    return objectOf(looking, { service: 'compute', path }, 'aggregate');
  };
  const byName = async (): Promise<readonly Json[]> => {
    const found: Json[] = [];
    for await (const page of listAggregates(looking)) found.push(...page);
    return found;
  };
  return findItem({ noun: 'aggregate', exactNames: true, get, byName }, given);
}
