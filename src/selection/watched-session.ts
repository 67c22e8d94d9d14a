import { HttpFailure } from '../http/api-errors.js';
import { isRecord, type Json } from '../lib/read.js';
import type { Call, Query, Session } from '../session/session.js';
import { type ServerList, serverLists } from './server-lists.js';

/** What is asked of a list beyond what its command asks, and what came of it. */
export interface Watched {
  readonly session: Session;
  /** What is known of the list that was asked for, and the type of its service. */
  readonly asked: () => { readonly service: string; readonly list?: ServerList };
  /** Is it an object as a service sent it? */
  readonly isWhole: (item: unknown) => boolean;
  /** The object of this id, or name, as a service sent it; undefined where none has come. */
  readonly wholeOf: (id: string) => Json | undefined;
  /** Every object that has come, those of lists among them, first ones first. */
  readonly objects: () => readonly Json[];
}

/**
 * A session that asks for lists with what `more` adds to their queries, and remembers what comes.
 *
 * @param more what is added to the query of a list
 * @param isHurried may a page be asked for before the one in front of it has been used?
 */
export function watchedSession(
  session: Session,
  more: (list: ServerList, query: Query) => Promise<Query>,
  isHurried: boolean,
): Watched {
  const whole = new WeakSet<object>();
  const byId = new Map<string, Json>();
  const objects: Json[] = [];
  let service = '';
  let found: ServerList | undefined;
  /** Asked once: what follows of other calls of the same list are its further pages. */
  let added: Promise<Query> | undefined;

  const prepared = async (call: Call): Promise<Call> => {
    const isReading = (call.method ?? 'GET') === 'GET' && call.resolves !== true;
    if (!isReading) return call;
    if (service === '') service = call.service;
    const list = serverLists.find((one) => one.service === call.service && one.path.test(call.path));
    if (list === undefined || (found !== undefined && found !== list)) return call;
    found = list;
    service = call.service;
    added ??= more(list, call.query ?? {});
    const query = { ...(await added), ...definite(call.query) };
    return { ...call, path: list.detail ?? call.path, query, ...(isHurried ? {} : { isUnhurried: true }) };
  };

  /** A release may know less than others to filter by: it is then asked for all, and the rest is done here. */
  const unlessRefused = async <T>(call: Call, ask: (call: Call) => Promise<T>): Promise<T> => {
    const sent = await prepared(call);
    try {
      return await ask(sent);
    } catch (error) {
      const isOurs = Object.keys(sent.query ?? {}).length > Object.keys(definite(call.query)).length;
      if (!(error instanceof HttpFailure) || error.status !== 400 || sent === call || !isOurs) throw error;
      added = Promise.resolve({});
      return ask({ ...sent, query: definite(call.query) });
    }
  };

  const remember = (item: unknown): void => {
    if (!isRecord(item)) return;
    whole.add(item);
    objects.push(item);
    for (const id of [item.id, item.uuid, item.name]) {
      if (typeof id === 'string' && id !== '' && !byId.has(id)) byId.set(id, item);
    }
  };
  const rememberAll = (answer: unknown): void => {
    remember(answer);
    if (!isRecord(answer)) return;
    for (const value of Object.values(answer)) {
      if (Array.isArray(value)) for (const item of value) remember(item);
      else remember(value);
    }
  };

  const watched: Session = {
    settings: session.settings,
    accessInfo: () => session.accessInfo(),
    password: () => session.password(),
    tokenFor: (of) => session.tokenFor(of),
    endpoint: (of, options) => session.endpoint(of, options),
    json: async (call) => {
      const answer = await unlessRefused(call, (one) => session.json(one));
      rememberAll(answer);
      return answer;
    },
    document: (url) => session.document(url),
    raw: (call, follow) => session.raw(call, follow),
    bytes: (call) => session.bytes(call),
    head: (call) => session.head(call),
    pages: async function* (call, key) {
      const begun = async (one: Call) => {
        const pages = session.pages(one, key)[Symbol.asyncIterator]() as AsyncIterator<readonly unknown[], unknown>;
        return { pages, next: await pages.next() };
      };
      const { pages, next: first } = await unlessRefused(call, begun);
      try {
        for (let next = first; !next.done; next = await pages.next()) {
          forget();
          for (const item of next.value) remember(item);
          yield next.value;
        }
      } finally {
        await pages.return?.();
      }
    },
    microversion: () => session.microversion(),
    identityVersion: () => session.identityVersion(),
    keptLogins: (which) => session.keptLogins(which),
    logout: (which) => session.logout(which),
  };
  /** Once it is known that what is shown is what came, nothing of earlier pages is needed. */
  let isKept = true;
  const forget = (): void => {
    if (isKept) return;
    byId.clear();
    objects.length = 0;
  };
  return {
    session: watched,
    asked: () => ({ service, ...(found === undefined ? {} : { list: found }) }),
    isWhole: (item) => {
      const isIt = typeof item === 'object' && item !== null && whole.has(item);
      if (isIt) isKept = false;
      return isIt;
    },
    wholeOf: (id) => byId.get(id),
    objects: () => objects,
  };
}

/** A value that is undefined is none. */
const definite = (query: Query = {}): Query =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
