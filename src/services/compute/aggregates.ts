import type { Json } from '../../lib/read.js';
import { asText } from '../../lib/read.js';
import type { Session } from '../../session/session.js';
import { objectOf } from '../answer.js';
import { callOf, findWhole, pagesOf, pathOf, type Resource } from '../resource.js';

/** Compute API reference: "Host aggregates". A list has all of them, in no pages. */
export const aggregates: Resource = {
  service: 'compute',
  path: '/os-aggregates',
  noun: 'aggregate',
  many: 'aggregates',
  byName: () => undefined,
  exactNames: true,
};

/** Compute API reference: "List Aggregates" (`GET /os-aggregates`), not in pages. */
export const listAggregates = (session: Session): AsyncGenerator<readonly Json[]> => pagesOf(session, aggregates);

/**
 * An aggregate by id or name. Compute API reference: "Show Aggregate Details" (`GET /os-aggregates/{aggregate_id}`).
 * @throws Failure when there is no such aggregate, or more than one.
 */
export const findAggregate = (session: Session, given: string): Promise<Json> => findWhole(session, aggregates, given);

/** `POST /os-aggregates/{aggregate_id}/action` with one key; what has become of the aggregate. */
export const actOnAggregate = (session: Session, { id }: Json, action: string, parameters: Json): Promise<Json> => {
  const call = callOf(aggregates, pathOf(aggregates, asText(id), '/action'));
  return objectOf(session, { ...call, method: 'POST', body: { [action]: parameters } }, 'aggregate');
};
