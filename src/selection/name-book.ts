import { Failure } from '../core/errors.js';
import { isRecord } from '../lib/read.js';
import type { Session } from '../session/session.js';
import { type Names, namesOf } from './name-lists.js';
import { type Kind, type Referred, referredIn } from './references.js';

/** Where names are kept for a while; nothing here throws. */
export interface NameStore {
  find(kind: string): unknown;
  save(kind: string, value: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Milliseconds for which names are kept. */
const KEPT = 60_000;

/** Names of things by their ids, by one list for each kind, at most once a minute. */
export interface NameBook {
  /** All names of a kind; none where one may not ask for them, which is said once. */
  names(kind: Kind): Promise<Names>;
  /** The names of what a value refers to, where their list has been read; an id for what has none. */
  display(kind: Kind, value: unknown): readonly string[];
  /** What has been learnt is kept. */
  settled(): Promise<void>;
}

/**
 * @param warn told once of each kind whose names cannot be had
 * @param store left out: nothing is kept
 */
export function nameBook(
  session: Session,
  warn: (line: string) => void,
  now: () => number,
  store?: NameStore,
): NameBook {
  const asked = new Map<Kind, Promise<Names>>();
  const read = new Map<Kind, Names>();
  const saving: Promise<void>[] = [];
  const load = async (kind: Kind): Promise<Names> => {
    const kept = keptNames(store?.find(kind), now());
    if (kept !== undefined) return kept;
    try {
      const names = await namesOf(session, kind);
      if (store !== undefined) saving.push(store.save(kind, { at: now(), names: [...names] }));
      return names;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      warn(`The names of ${kind}s cannot be had, so their ids are shown: ${error.message}`);
      return new Map();
    }
  };
  const names = (kind: Kind): Promise<Names> => {
    const found = asked.get(kind) ?? load(kind);
    asked.set(kind, found);
    return found.then((known) => {
      read.set(kind, known);
      return known;
    });
  };
  const nameOf = (kind: Kind, { id, name }: Referred): string => name || read.get(kind)?.get(id) || id;
  return {
    names,
    display: (kind, value) => referredIn(value, kind).map((one) => nameOf(kind, one)),
    settled: async () => void (await Promise.allSettled(saving)),
  };
}

/** What was kept, if it is what was written and not too old. */
function keptNames(value: unknown, now: number): Names | undefined {
  if (!isRecord(value) || typeof value.at !== 'number' || !Array.isArray(value.names)) return undefined;
  if (value.at > now || now - value.at > KEPT) return undefined;
  const isPair = (pair: unknown): pair is [string, string] =>
    Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string';
  return value.names.every(isPair) ? new Map(value.names) : undefined;
}
