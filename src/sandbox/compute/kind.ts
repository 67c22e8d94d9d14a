import { type Answer, json, nothing, Refusal } from '../call.js';
import { answerResource, type Resource, type ResourceApi, type Verb } from '../resource.js';
import { administratorsOnly, type ComputeCall, noRoute } from './call.js';

/** A resource of nova's, and what its sentences and statuses are. */
export interface ComputeResource<Row> extends Resource<Row, ComputeCall> {
  /** The sentence about one that is not there. */
  missing(id: string): string;
  /** The rule that lets only administrators do this; undefined: everybody may. */
  rule?(verb: Verb): string | undefined;
  /** The status of what was created, where it is not 200, and of what was deleted, where it is not 202. */
  readonly created?: number;
  readonly deleted?: number;
}

const computeApi: ResourceApi<ComputeCall> = {
  allow(call, resource, verb) {
    const rule = (resource as ComputeResource<unknown>).rule?.(verb);
    if (rule !== undefined) administratorsOnly(call, rule);
  },
  missing: (resource, id) => new Refusal(404, (resource as ComputeResource<unknown>).missing(id)),
  list: (call, resource, rows) => json(200, { [resource.many]: rows.map((row) => resource.view(call, row, 'list')) }),
  malformed: ({ one }) => invalid(one, `'${one}' is a required property`),
  updates: ['PUT'],
  statusOfCreated: 200,
};

/** Answers for a resource; id not given: for all of its rows. */
export function answered<Row>(call: ComputeCall, resource: ComputeResource<Row>, id: string | undefined): Answer {
  const answer = answerResource(computeApi, resource, call, id);
  if (answer === undefined) return noRoute();
  if (call.method === 'DELETE') return { ...nothing(), status: resource.deleted ?? 202 };
  return call.method === 'POST' ? { ...answer, status: resource.created ?? 200 } : answer;
}

/** The row of an id, with 404 for one that there is not. */
export function rowOf<Row>(call: ComputeCall, resource: ComputeResource<Row>, id: string): Row {
  const found = resource.rows(call).find((row) => resource.id(row) === id && (resource.sees?.(call, row) ?? true));
  if (found === undefined) throw new Refusal(404, resource.missing(id));
  return found;
}

/** What nova says of a body that its schema does not allow. */
export const invalid = (field: string, why: string): Refusal =>
  new Refusal(400, `Invalid input for field/attribute ${field}. ${why}`);

/** What was accepted, and has no body. */
export const accepted = (): Answer => ({ ...nothing(), status: 202 });

/** The number of the next row of a table. */
export const nextNumber = (rows: readonly { readonly number: number }[]): number =>
  Math.max(0, ...rows.map(({ number }) => number)) + 1;
