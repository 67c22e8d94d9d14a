/**
 * The names of a cloud's things that lists have shown, for completion. They are remembered for whoever completes: from the
 * first time that a shell asks, of lists that are shown on a terminal. So a list on a pipe does nothing for it, and who
 * does not complete has no names on the disk.
 */
import type { ListView } from '../../core/view.js';
import { visibleLine } from '../../lib/escape.js';
import { isRecord } from '../../lib/read.js';
import type { TokenStore } from '../../session/token-cache.js';

/** Names of one kind: a thousand columns of them are more than anybody looks through. */
const MOST = 2000;
const LONGEST = 255;
const DAY = 24 * 3600 * 1000;
/** Milliseconds for which a name stays that no list has shown again. */
const KEPT = 7 * DAY;

/** Where it is said that completion is used. */
const USED = 'completion is used';

/** Has a shell asked for candidates in the last days? */
export function isUsed(files: TokenStore, now: number): boolean {
  const value = files.find(USED);
  return isRecord(value) && typeof value.at === 'number' && now - value.at < KEPT;
}

/** A shell has asked. Written once a day. */
export async function markUsed(files: TokenStore, now: number): Promise<void> {
  const value = files.find(USED);
  const at = isRecord(value) && typeof value.at === 'number' ? value.at : 0;
  if (Math.abs(now - at) > DAY) await files.save(USED, () => ({ at: now }));
}

/** Names, and when a list has shown each. */
export type Seen = ReadonlyMap<string, number>;

/** What was kept of it that can be believed. */
export function seenIn(value: unknown, now: number): Seen {
  if (!isRecord(value) || !Array.isArray(value.seen)) return new Map();
  const isFresh = (pair: unknown): pair is [string, number] =>
    Array.isArray(pair) && isName(pair[0]) && typeof pair[1] === 'number' && pair[1] <= now && now - pair[1] < KEPT;
  return new Map(value.seen.filter(isFresh));
}

/** A name that can be typed: no terminal obeys it, nothing in it hides, it is no option. */
export const isName = (value: unknown): value is string =>
  typeof value === 'string' &&
  value !== '' &&
  value.length <= LONGEST &&
  !value.startsWith('-') &&
  visibleLine(value) === value;

/**
 * What is to be kept when a list has shown names: the newest first, and no more than a bound.
 * @returns undefined where that would say nothing new
 */
export function withShown(before: Seen, shown: ReadonlySet<string>, now: number): Seen | undefined {
  const isKnown = [...shown].every((name) => now - (before.get(name) ?? 0) < DAY);
  if (isKnown) return undefined;
  const all = [...[...shown].map((name) => [name, now] as const), ...[...before].filter(([name]) => !shown.has(name))];
  return new Map(all.slice(0, MOST));
}

/** The column in which a row's name stands, the likeliest first: hosts have no other than what they are called. */
const NAMED: readonly RegExp[] = [/^(display )?name$/i, /^hypervisor hostname$/i, /^host(_name)?$/i];

/** The same list, and the names of its rows as they pass by. */
export function watched(view: ListView): { readonly view: ListView; readonly names: ReadonlySet<string> } {
  const names = new Set<string>();
  const all = [...view.columns, ...(view.choosable ?? [])];
  const column = NAMED.map((name) => all.find(({ title }) => name.test(title))).find((one) => one !== undefined);
  if (column === undefined) return { view, names };
  const pages = async function* (): AsyncGenerator<readonly unknown[]> {
    for await (const page of view.pages) {
      for (const item of names.size < MOST ? page : []) {
        const name = column.value(item);
        if (isName(name) && names.size < MOST) names.add(name);
      }
      yield page;
    }
  };
  return { view: { ...view, pages: pages() }, names };
}
