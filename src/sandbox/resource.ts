import { type Answer, asObject, type Call, json, nothing, parsed, type Refusal } from './call.js';

/** The fields that a client gives for a row: a JSON object. */
export type Fields = Readonly<Record<string, unknown>>;

/** What is asked of a resource. */
export type Verb = 'list' | 'show' | 'create' | 'update' | 'delete';

/**
 * A kind of row that a service keeps, and what may be done with it. The rows are the service's own: what is created is put
 * into the array, what is deleted taken out. Without `create`, `update` or `remove` the method is not offered.
 */
export interface Resource<Row, Asked extends Call = Call> {
  /** What one is called in a body, `project`, and several, `projects`. */
  readonly one: string;
  readonly many: string;
  rows(call: Asked): Row[];
  id(row: Row): string;
  /** Whether the caller may know of a row; default: yes. */
  sees?(call: Asked, row: Row): boolean;
  view(call: Asked, row: Row, verb: Verb): unknown;
  /** The answer to a list where it is not the one that the API gives for all others. */
  list?(call: Asked, rows: readonly Row[]): Answer;
  /** A new row, not yet among the others. Throws a `Refusal` for fields that are missing, wrong or taken. */
  create?(call: Asked, given: Fields): Row;
  update?(call: Asked, row: Row, given: Fields): void;
  /** What goes with a row; throws a `Refusal` where it cannot go. The row itself is taken out by the handler. */
  remove?(call: Asked, row: Row): void;
}

/** How one API speaks of all its resources. */
export interface ResourceApi<Asked extends Call> {
  /** Throws a `Refusal` for what the policy does not let the caller do. `id`: of the row that is asked for. */
  allow(call: Asked, resource: Resource<unknown, Asked>, verb: Verb, id?: string): void;
  missing(resource: Resource<unknown, Asked>, id: string): Refusal;
  /** The answer to a list: filters, order, pages, links. */
  list<Row>(call: Asked, resource: Resource<Row, Asked>, rows: readonly Row[]): Answer;
  /** A body without the object for one row. */
  malformed(resource: Resource<unknown, Asked>): Refusal;
  /** One row stands in a body as it is, not under its name. */
  readonly bare?: true;
  readonly updates: readonly Call['method'][];
  readonly statusOfCreated: number;
}

/** Answers for a resource (`id` not given: for all of its rows); `undefined` where the method is not offered. */
export function answerResource<Row, Asked extends Call>(
  api: ResourceApi<Asked>,
  resource: Resource<Row, Asked>,
  call: Asked,
  id?: string,
): Answer | undefined {
  const reading = call.method === 'GET' || call.method === 'HEAD';
  const rows = resource.rows(call);
  const sees = (row: Row): boolean => resource.sees?.(call, row) ?? true;
  const shown = (row: Row, verb: Verb, status: number): Answer => {
    const view = resource.view(call, row, verb);
    return json(status, api.bare ? view : { [resource.one]: view });
  };
  if (id === undefined) {
    if (reading) {
      api.allow(call, resource, 'list');
      const known = rows.filter(sees);
      return resource.list?.(call, known) ?? api.list(call, resource, known);
    }
    if (call.method !== 'POST' || resource.create === undefined) return undefined;
    api.allow(call, resource, 'create');
    const made = resource.create(call, given(api, resource, call));
    rows.push(made);
    return shown(made, 'create', api.statusOfCreated);
  }
  const updating = api.updates.includes(call.method) && resource.update !== undefined;
  const deleting = call.method === 'DELETE' && resource.remove !== undefined;
  if (!reading && !updating && !deleting) return undefined;
  const verb = reading ? 'show' : deleting ? 'delete' : 'update';
  api.allow(call, resource, verb, id);
  const found = rows.find((row) => resource.id(row) === id && sees(row));
  if (found === undefined) throw api.missing(resource, id);
  if (reading) return shown(found, verb, 200);
  if (updating) {
    resource.update?.(call, found, given(api, resource, call));
    return shown(found, verb, 200);
  }
  resource.remove?.(call, found);
  rows.splice(rows.indexOf(found), 1);
  return nothing();
}

function given<Row, Asked extends Call>(api: ResourceApi<Asked>, resource: Resource<Row, Asked>, call: Asked): Fields {
  const body = asObject(parsed(call.body));
  const fields = api.bare ? body : asObject(body?.[resource.one]);
  if (fields === undefined) throw api.malformed(resource);
  return fields;
}
