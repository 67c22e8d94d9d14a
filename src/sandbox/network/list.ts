import { type Answer, json } from '../call.js';
import type { NetworkRow } from '../world-network.js';
import { badRequest, type NetworkCall, networkRefusal, truth } from './call.js';
import type { NetworkKind } from './kind-spec.js';

/** Filters, order, pages and the choice of fields of neutron's lists (neutron/api/api_common.py). */

const controls = new Set(['fields', 'limit', 'marker', 'sort_key', 'sort_dir', 'page_reverse', 'verbose']);
const tagFilters = ['tags', 'tags-any', 'not-tags', 'not-tags-any'];

type View = Readonly<Record<string, unknown>>;

/** A list of rows: filtered, sorted, paged and with the wanted fields, as the query says. */
export function listAnswer(call: NetworkCall, kind: NetworkKind, rows: readonly NetworkRow[]): Answer {
  const { query } = call;
  const limit = limitOf(call);
  const order = orderOf(call, kind);
  const tests = testsOf(call, kind);
  const views = rows.map((row) => kind.view(call, row, 'list') as View);
  const sorted = views.filter((view) => tests.every((test) => test(view))).sort((a, b) => compare(order, a, b));
  const page = pageOf(call, kind, sorted, limit);
  const links = limit === undefined ? [] : pageLinks(call, kind, page, limit);
  const fields = query.getAll('fields').filter((name) => name !== '');
  return json(200, {
    [kind.many]: page.map((view) => chosen(view, fields)),
    ...(links.length === 0 ? {} : { [`${kind.many}_links`]: links }),
  });
}

/** The fields that are asked for; all without any. */
export function chosen(view: View, fields: readonly string[]): View {
  return fields.length === 0 ? view : Object.fromEntries(Object.entries(view).filter(([key]) => fields.includes(key)));
}

/** 0 is no limit. */
function limitOf({ query }: NetworkCall): number | undefined {
  const text = query.get('limit');
  if (text === null || text === '') return undefined;
  if (!/^\d+$/.test(text)) {
    const rule = `Limit must be an integer 0 or greater and not '${text}'.`;
    throw networkRefusal(400, 'BadRequest', `Bad limit request: ${rule}`);
  }
  return Number(text) || undefined;
}

interface Order {
  readonly key: string;
  readonly down: boolean;
}

function listed(names: readonly string[]): string {
  return `[${names.map((name) => `'${name}'`).join(', ')}]`;
}

/** Keys and directions in pairs; what is left over is ordered by id. */
function orderOf({ query }: NetworkCall, { attributes, about }: NetworkKind): Order[] {
  const keys = query.getAll('sort_key');
  const directions = query.getAll('sort_dir');
  if (keys.length !== directions.length) throw badRequest('The number of sort_keys and sort_dirs must be same');
  const unknown = keys.filter((key) => !attributes.has(key));
  if (unknown.length > 0) throw badRequest(`${listed(unknown)} is invalid attribute for sort_keys`);
  const wrong = directions.filter((direction) => direction !== 'asc' && direction !== 'desc');
  if (wrong.length > 0) {
    throw badRequest(`${listed(wrong)} is invalid value for sort_dirs, valid value is 'asc' and 'desc'`);
  }
  const order = keys.map((key, at): Order => ({ key, down: directions[at] === 'desc' }));
  const { key = 'id' } = about;
  return keys.includes(key) ? order : [...order, { key, down: false }];
}

function compare(order: readonly Order[], a: View, b: View): number {
  for (const { key, down } of order) {
    const [x, y] = [plain(a[key]), plain(b[key])];
    if (x === y) continue;
    const less = x === null || (y !== null && x < y);
    return less === down ? 1 : -1;
  }
  return 0;
}

function plain(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'number' ? value : String(value);
}

function testsOf({ query }: NetworkCall, { attributes, about }: NetworkKind): ((view: View) => boolean)[] {
  const names = [...new Set(query.keys())].filter(
    (name) => !controls.has(name) && name !== about.within && !about.filters?.includes(name),
  );
  const unknown = names.filter((name) => !attributes.has(name) && !(about.standard && tagFilters.includes(name)));
  if (unknown.length > 0) throw badRequest(`${listed(unknown)} is invalid attribute for filtering`);
  return names.map((name) => {
    const values = query.getAll(name);
    if (tagFilters.includes(name) && about.standard)
      return tagTest(
        name,
        values.flatMap((value) => value.split(',')),
      );
    const yes = typeof about.defaults[name] === 'boolean' ? values.map(truth) : undefined;
    return (view) => {
      const held = view[name];
      if (yes !== undefined) return yes.includes(held === true);
      return values.some((value) => fits(held, value));
    };
  });
}

/** Several values of one attribute are alternatives; of a list, any of its items, or `key=value` of an item. */
function fits(held: unknown, value: string): boolean {
  if (Array.isArray(held)) return held.some((item) => fits(item, value));
  if (typeof held === 'object' && held !== null) {
    const [, key = '', wanted] = /^([^=]+)=(.*)$/.exec(value) ?? [];
    return wanted !== undefined && fits((held as View)[key], wanted);
  }
  return String(held ?? '').toLowerCase() === value.toLowerCase();
}

function tagTest(name: string, wanted: readonly string[]): (view: View) => boolean {
  const negated = name.startsWith('not-');
  const any = name.endsWith('-any');
  return ({ tags }) => {
    const held = Array.isArray(tags) ? tags : [];
    const found = any ? wanted.some((tag) => held.includes(tag)) : wanted.every((tag) => held.includes(tag));
    return found !== negated;
  };
}

/** What comes after the marker, or with `page_reverse` what comes before it. */
function pageOf({ query }: NetworkCall, kind: NetworkKind, sorted: readonly View[], limit: number | undefined): View[] {
  const { key = 'id' } = kind.about;
  const marker = query.get('marker');
  const at = marker === null || marker === '' ? undefined : sorted.findIndex((view) => view[key] === marker);
  if (at === -1) {
    const [type, sentence] = kind.about.missing;
    throw networkRefusal(404, type, sentence.replace('%', marker ?? ''));
  }
  if (isReversed(query)) {
    const before = sorted.slice(0, at ?? sorted.length);
    return limit === undefined ? before : before.slice(Math.max(0, before.length - limit));
  }
  const after = sorted.slice(at === undefined ? 0 : at + 1);
  return limit === undefined ? after : after.slice(0, limit);
}

function isReversed(query: URLSearchParams): boolean {
  return query.get('page_reverse')?.toLowerCase() === 'true';
}

/** `next` after a full page, and `previous` always, as neutron adds it: also to the first page. */
function pageLinks(call: NetworkCall, kind: NetworkKind, page: readonly View[], limit: number): unknown[] {
  const { key = 'id' } = kind.about;
  const reversed = isReversed(call.query);
  const full = page.length >= limit;
  const link = (rel: 'next' | 'previous', marker: unknown): unknown => {
    const query = new URLSearchParams(call.query);
    query.delete('marker');
    query.delete('page_reverse');
    if (marker !== undefined) query.set('marker', String(marker));
    if (rel === 'previous') query.set('page_reverse', 'True');
    return { rel, href: `${call.root}/v2.0/${call.parts.join('/')}?${query}` };
  };
  return [
    ...(full || reversed ? [link('next', page.at(-1)?.[key])] : []),
    ...(full || !reversed ? [link('previous', page[0]?.[key])] : []),
  ];
}
