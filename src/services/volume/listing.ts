import { Failure } from '../../core/errors.js';
import { pythonRepr } from '../../lib/python/repr.js';
import { asRecord, asRecords, asText, type Json } from '../../lib/read.js';
import type { Query, Session } from '../../session/session.js';
import { listIn } from '../answer.js';
import { callOf, pagesOf, type Resource } from '../resource.js';

/** How far a list goes, and whether the service is to count. */
interface Extent {
  /** As it was typed; the service itself refuses what is no number. */
  readonly limit?: string | undefined;
  /** Told how many there are in all, where the query asks for it (`with_count`, 3.45). */
  readonly counted?: (count: string) => void;
}

/**
 * A list of the volume service, page by page: to its end, or until so many have come although the service gives fewer at
 * once (cinderclient `base.py` _list).
 */
export async function* volumeList(
  session: Session,
  resource: Resource,
  query: Query,
  { limit, counted }: Extent = {},
): AsyncGenerator<readonly Json[]> {
  if (!limit && counted === undefined) {
    yield* pagesOf(session, resource, query);
    return;
  }
  const wanted = Number(limit || Number.POSITIVE_INFINITY);
  let { marker } = query;
  for (let had = 0; ; ) {
    const rest = Number.isFinite(wanted) ? wanted - had : undefined;
    const asked = had === 0 ? limit : rest;
    const call = { ...callOf(resource, resource.detail), query: { ...query, marker, limit: asked } };
    const answer = await session.json(call);
    const rows = listIn(answer, resource.many, resource.service);
    const { count, [`${resource.many}_links`]: links } = asRecord(answer);
    if (had === 0 && count !== undefined) counted?.(String(count));
    yield rest === undefined ? rows : rows.slice(0, rest);
    had += rows.length;
    const hasMore = asRecords(links).some(({ rel }) => rel === 'next');
    if (!hasMore || rows.length === 0 || had >= wanted) return;
    marker = asText(rows.at(-1)?.id);
  }
}

/** By what lists can be sorted (cinderclient `base.py` SORT_KEY_VALUES). */
export const SORT_KEYS: readonly string[] = [
  'id',
  'status',
  'size',
  'availability_zone',
  'name',
  'bootable',
  'created_at',
  'reference',
];

/**
 * `name:asc,size` as the service wants it.
 * @param keys by what it can be sorted
 * @throws Failure for other keys and directions, in cinderclient's words
 */
export function sortOrder(sort: string | undefined, keys: readonly string[] = SORT_KEYS): string | undefined {
  if (!sort) return undefined;
  const parts = sort.split(',').filter((part) => part !== '');
  const order = parts.map((part) => {
    const at = part.indexOf(':');
    const name = sortKey((at < 0 ? part : part.slice(0, at)).trim(), keys);
    const direction = at < 0 ? '' : part.slice(at + 1);
    return direction === '' ? name : `${name}:${sortDirection(direction.trim())}`;
  });
  return order.join(',');
}

/**
 * The order as services before `sort` want it, which clients up to 2020 asked for with `--sort_key` and `--sort_dir`.
 * @throws Failure for other keys and directions, or where it is asked for in both ways
 */
export function oldSortOrder({ sortKey: key, sortDir, sort }: OldSort): Query {
  if (!key && !sortDir) return {};
  if (sort) {
    throw new Failure('The --sort_key and --sort_dir arguments are deprecated and are not supported with --sort.');
  }
  return { sort_key: key ? sortKey(key) : undefined, sort_dir: sortDir ? sortDirection(sortDir) : undefined };
}

interface OldSort {
  readonly sortKey: string | undefined;
  readonly sortDir: string | undefined;
  readonly sort: string | undefined;
}

function sortKey(key: string, keys = SORT_KEYS): string {
  if (!keys.includes(key)) throw new Failure(`sort_key must be one of the following: ${keys.join(', ')}.`);
  return key === 'name' ? 'display_name' : key;
}

function sortDirection(direction: string): string {
  if (direction === 'asc' || direction === 'desc') return direction;
  throw new Failure('sort_dir must be one of the following: asc, desc.');
}

/** `a=1 b` as metadata in a query: Python's text of a dict. */
export function metadataQuery(words: readonly string[] | undefined): string | undefined {
  if (words === undefined || words.length === 0) return undefined;
  const pairs = words.map((word) => {
    const at = word.indexOf('=');
    return at < 0 ? [word, null] : [word.slice(0, at), word.slice(at + 1)];
  });
  return pythonRepr(Object.fromEntries(pairs));
}

/**
 * `--filters` as a query: the first word of each time (cinderclient's AppendFilters); `{a:b}` is a dict.
 * @throws Failure for what is no `key=value`
 */
export function filterQuery(given: readonly (readonly string[])[]): Readonly<Record<string, string>> {
  const pairs = given.map(([first]) => {
    const at = first?.indexOf('=') ?? -1;
    if (first === undefined || at < 0) throw new Failure(`--filters takes key=value, not '${first ?? ''}'.`);
    return [first.slice(0, at), dictOrText(first.slice(at + 1))];
  });
  return Object.fromEntries(pairs);
}

function dictOrText(text: string): string {
  if (!/^\{.*\}$/s.test(text)) return text;
  const pairs = text
    .slice(1, -1)
    .split(',')
    .map((pair) => {
      const at = pair.indexOf(':');
      if (at < 0) throw new Failure(`--filters takes {key:value} for a dict, not '${text}'.`);
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    });
  return pythonRepr(Object.fromEntries(pairs));
}
