import { HttpFailure } from '../http/api-errors.js';
import { itemsOf } from '../lib/items-of.js';
import type { Json } from '../lib/read.js';
import type { Call, Query, Session } from '../session/session.js';
import { listed, objectOf, wholeOf } from './answer.js';
import { type Finder, type FindSentences, type Found, find, findItem, isUuidLike, resolving } from './find.js';

/** A collection of an API as a value: where it is, what its answers call it, how one of it is found by name. */
export interface Resource {
  /** Service type: `compute`, `network`. */
  readonly service: string;
  /** Below the service's URL: `/servers`, `/v2.0/networks`. */
  readonly path: string;
  /** Where a list with every field is, if that is elsewhere: `/servers/detail`. */
  readonly detail?: string;
  /** The key of one of it in an answer, as sentences call it too: `server`. */
  readonly noun: string;
  /** The key of a list of it: `servers`. */
  readonly many: string;
  /** One of it is the whole answer, not under its key; every one has this member. */
  readonly wholeBy?: string;
  /** What sentences call it where that is not the key. */
  readonly label?: string;
  /** The version part of the URL, where it is not the endpoint's own. */
  readonly version?: string;
  /** The query that finds those of a name; it may find more. Default: `{ name }`. Undefined: the server has none. */
  readonly byName?: (name: string) => Query | undefined;
  /** Added to the query in which an administrator looks in all projects: `{ all_tenants: 1 }`. */
  readonly allProjects?: Query;
  /** An administrator is only told of those that other projects have of a name, and does not find them by it. */
  readonly isOwnOnly?: boolean;
  /** May an id be any word? */
  readonly anyId?: boolean;
  /** Are names compared as they are? */
  readonly exactNames?: Finder['exactNames'];
  /** What is said of a name that nothing has, or several have, where it is not novaclient's sentence. */
  readonly sentences?: FindSentences;
  /** What helps to tell several of one name apart, a line each. */
  readonly describe?: (session: Session, candidates: readonly Json[]) => Promise<readonly string[]>;
}

/** The call of a resource, or of what lies below one of it. */
export function callOf(resource: Resource, path = resource.path): Call {
  const { service, version } = resource;
  return { service, path, ...(version === undefined ? {} : { version }) };
}

/** The path of one, and of what lies below it: `/servers/ID/action`. */
export const pathOf = ({ path }: Resource, id: string, below = ''): string =>
  `${path}/${encodeURIComponent(id)}${below}`;

/** All of it that the query leaves, page by page, with every field. */
export function pagesOf(session: Session, resource: Resource, query: Query = {}): AsyncGenerator<readonly Json[]> {
  return listed(session, { ...callOf(resource, resource.detail), query }, resource.many);
}

/**
 * One by its id.
 * @throws HttpFailure with status 404 when there is none, Failure for an answer without it
 */
export async function getOne(session: Session, resource: Resource, id: string, query: Query = {}): Promise<Json> {
  const { noun, wholeBy } = resource;
  const call = { ...callOf(resource, pathOf(resource, id)), query };
  return wholeBy === undefined ? objectOf(session, call, noun) : wholeOf(session, call, noun, wholeBy);
}

/** Creates one of these attributes; what the service made of them. */
export async function createOne(session: Session, resource: Resource, attributes: Json): Promise<Json> {
  const body = { [resource.noun]: attributes };
  return objectOf(session, { ...callOf(resource), method: 'POST', body }, resource.noun);
}

/** Changes attributes of one, by `PUT` or `PATCH`. */
export async function updateOne(
  session: Session,
  resource: Resource,
  id: string,
  attributes: Json,
  method: 'PUT' | 'PATCH' = 'PUT',
): Promise<Json> {
  const body = { [resource.noun]: attributes };
  return objectOf(session, { ...callOf(resource, pathOf(resource, id)), method, body }, resource.noun);
}

/** Which one it was, and what the service answered; undefined where it accepts without a word. */
export interface CallResult {
  readonly id: string;
  readonly answer: unknown;
}

/**
 * Sends something about the one of a name or id. What looks like an id is taken for one: only where nothing has it is
 * the name looked up, so that an id costs no second request.
 *
 * @param about what is sent; its path is what follows that of the one
 * @throws Failure when there is no such thing, or more than one
 */
export async function callOne(
  session: Session,
  resource: Resource,
  given: string,
  about: Partial<Call>,
  options: FindOptions = {},
): Promise<CallResult> {
  const { path: below = '', ...call } = about;
  const send = async (id: string): Promise<CallResult> => ({ id, answer: await ask(id) });
  const ask = (id: string) =>
    session.json({ ...callOf(resource, pathOf(resource, id, below)), mayBeEmpty: true, ...call });
  const finder = finderOf(resolving(session), resource, options);
  if (!isUuidLike(given)) return send((await find(finder, given)).id);
  try {
    return await send(given);
  } catch (error) {
    if (!(error instanceof HttpFailure) || error.status !== 404) throw error;
    const found = await find(finder, given);
    // It is there, so it was what lies below it that is not.
    if (found.item !== undefined) throw error;
    return send(found.id);
  }
}

/** `DELETE` of the one of a name or id. */
export const removeOne = (
  session: Session,
  resource: Resource,
  given: string,
  options?: FindOptions,
): Promise<CallResult> => callOne(session, resource, given, { method: 'DELETE' }, options);

/** `DELETE` of the one of an id. */
export async function removeById(session: Session, resource: Resource, id: string): Promise<CallResult> {
  const call = callOf(resource, pathOf(resource, id));
  return { id, answer: await session.json({ ...call, method: 'DELETE', mayBeEmpty: true }) };
}

/** `POST …/action` about the one of a name or id: `{ "os-stop": null }`. */
export const actOnOne = (
  session: Session,
  resource: Resource,
  given: string,
  action: string,
  parameters: unknown = null,
  options?: FindOptions,
): Promise<CallResult> =>
  callOne(session, resource, given, { path: '/action', method: 'POST', body: { [action]: parameters } }, options);

export interface FindOptions {
  /** Look for names in all projects at once, as an administrator may, not only where the own project has none. */
  readonly allProjects?: boolean;
  /** What else is asked of those that may have the name: `{ deleted: true }`. */
  readonly query?: Query;
}

/** The id, and the thing itself if finding it meant fetching it. */
export const findOne = (session: Session, resource: Resource, given: string, options?: FindOptions): Promise<Found> =>
  find(finderOf(resolving(session), resource, options), given);

/** The one of a name or id, in full. */
export const findWhole = (session: Session, resource: Resource, given: string, options?: FindOptions): Promise<Json> =>
  findItem(finderOf(resolving(session), resource, options), given);

/** How one of a resource is found by name or id. */
export function finderOf(session: Session, resource: Resource, options: FindOptions = {}): Finder {
  const {
    noun,
    label = noun,
    byName = (name) => ({ name }),
    allProjects,
    isOwnOnly,
    anyId,
    exactNames,
    sentences,
    describe,
  } = resource;
  const named = (name: string, more: Query = {}): Promise<readonly Json[]> => {
    const call = { ...callOf(resource), query: { ...byName(name), ...more, ...options.query } };
    return itemsOf(listed(session, call, resource.many));
  };
  const everywhere = (query: Query) => async (name: string) => ((await isAdmin(session)) ? named(name, query) : []);
  return {
    noun: label,
    get: (id) => getOne(session, resource, id),
    byName: (name) => named(name, options.allProjects === true ? allProjects : {}),
    ...(allProjects === undefined || options.allProjects === true
      ? {}
      : { [isOwnOnly ? 'elsewhere' : 'allProjects']: everywhere(allProjects) }),
    ...(anyId === undefined ? {} : { anyId }),
    ...(exactNames === undefined ? {} : { exactNames }),
    ...(sentences === undefined ? {} : { sentences }),
    ...(describe === undefined ? {} : { describe: (candidates) => describe(session, candidates) }),
  };
}

/** Does the login hold the role that most policies give everything to? */
export async function isAdmin(session: Session): Promise<boolean> {
  return (await session.accessInfo()).roles.some((role) => role.toLowerCase() === 'admin');
}
