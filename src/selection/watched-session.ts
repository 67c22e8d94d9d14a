import { HttpFailure } from '../http/api-errors.js';
import { isRecord, type Json } from '../lib/read.js';
import type { Call, Query, Session } from '../session/session.js';
import type { ServerList } from './server-list.js';
import { serverLists } from './server-lists.js';

/** What is asked of a list beyond what its command asks, and what came of it. */
export interface Watched {
  readonly session: Session;
  /** What is known of the list that was asked for, and the type of its service. */
  readonly asked: () => {
    readonly service: string;
    readonly list?: ServerList;
    /** Fields that a thing has at times, where one was asked for. */
    readonly ofOne: readonly string[];
  };
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
 * @param refused told when a service refuses that, and is asked without it
 * @param isHurried may a page be asked for before the one in front of it has been used?
 */
export function watchedSession(
  session: Session,
  more: (list: ServerList, query: Query) => Promise<Query>,
  refused: () => void,
  isHurried: boolean,
): Watched {
  const whole = new WeakSet<object>();
  const byId = new Map<string, Json>();
  const objects: Json[] = [];
  /** Of the first call; of one that only finds out what is meant where there is no other. */
  let service = '';
  let resolving = '';
  let found: ServerList | undefined;
  let ofOne: readonly string[] | undefined;
  /** Asked once: what follows of other calls of the same list are its further pages. */
  let added: Promise<Query> | undefined;

  const prepared = async (call: Call): Promise<Call> => {
    if ((call.method ?? 'GET') !== 'GET') return call;
    ofOne ??= listAt({ ...call, path: call.path.replace(/\/[^/]+$/, '') })?.sometimes;
    if (call.resolves) {
      if (resolving === '') resolving = call.service;
      return call;
    }
    if (service === '') service = call.service;
    const list = listAt(call);
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
      refused();
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
    const members = isRecord(answer) ? Object.values(answer) : [answer];
    for (const value of members) {
      if (Array.isArray(value)) for (const item of value) remember(item);
      else if (value !== answer) remember(value);
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
    document: async (url) => {
      const answer = await session.document(url);
      if (resolving === '') resolving = 'versions';
      rememberAll(answer);
      return answer;
    },
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
    asked: () => ({
      service: service || resolving,
      ...(found === undefined ? {} : { list: found }),
      ofOne: ofOne ?? [],
    }),
    isWhole: (item) => {
      const isIt = typeof item === 'object' && item !== null && whole.has(item);
      if (isIt) isKept = false;
      return isIt;
    },
    wholeOf: (id) => byId.get(id),
    objects: () => objects,
  };
}

/** What is known of the list that a call asks for. */
const listAt = ({ service, version, path }: Call): ServerList | undefined =>
  serverLists.find(
    (one) => one.service === service && (one.version === undefined || one.version === version) && one.path.test(path),
  );

/** A value that is undefined is none. */
const definite = (query: Query = {}): Query =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
