import { type Answer, json, nothing, page, Refusal } from '../call.js';
import type { ObjectCall } from './call.js';

/** A row of a list, or what several rows have in common up to a delimiter. */
export type Entry =
  | { readonly name: string; readonly view: Readonly<Record<string, unknown>> }
  | { readonly subdir: string };

/** swift.conf: account_listing_limit and container_listing_limit. */
const most = 10_000;

/** One page of names, with what is asked of them: prefix, delimiter, between two markers, from the end. */
export function entriesOf(
  { query }: ObjectCall,
  rows: readonly { readonly name: string; readonly view: Readonly<Record<string, unknown>> }[],
): Entry[] {
  const path = query.get('path');
  const prefix = path === null || path === '' ? (query.get('prefix') ?? '') : `${path.replace(/\/$/, '')}/`;
  const delimiter = path === null ? query.get('delimiter') : '/';
  const reverse = ['true', 'yes', 'on', '1'].includes(query.get('reverse')?.toLowerCase() ?? '');
  const [marker, end] = [query.get('marker') ?? '', query.get('end_marker') ?? ''];
  const before = (a: string, b: string): boolean => (reverse ? byBytes(a, b) > 0 : byBytes(a, b) < 0);
  const entries = new Map<string, Entry>();
  for (const row of rows) {
    if (!row.name.startsWith(prefix)) continue;
    const at = delimiter ? row.name.indexOf(delimiter, prefix.length) : -1;
    const name = at < 0 || !delimiter ? row.name : row.name.slice(0, at + delimiter.length);
    if (name !== row.name && path !== null) continue;
    entries.set(name, name === row.name ? row : (entries.get(name) ?? { subdir: name }));
  }
  return [...entries]
    .filter(([name]) => (marker === '' || before(marker, name)) && (end === '' || before(name, end)))
    .sort(([a], [b]) => (before(a, b) ? -1 : 1))
    .slice(0, limitOf(query))
    .map(([, entry]) => entry);
}

/** SQLite's order: that of the UTF-8 bytes. */
function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
}

function limitOf(query: URLSearchParams): number {
  const limit = Number(query.get('limit') ?? '');
  if (!Number.isInteger(limit) || limit <= 0) return most;
  if (limit > most) throw new Refusal(412, `Maximum limit is ${most}`);
  return limit;
}

/** As `format` or `Accept` asks for it: a name on each line, JSON, or XML. */
export function listAnswer(
  call: ObjectCall,
  entries: readonly Entry[],
  kind: string,
  owner: string,
  headers: Record<string, string>,
): Answer {
  const asked = call.query.get('format') ?? acceptedFormat(call.headers.accept ?? '');
  if (asked === 'json') {
    const rows = entries.map((entry) => ('subdir' in entry ? entry : entry.view));
    return json(200, rows, { ...headers, 'content-type': 'application/json; charset=utf-8' });
  }
  if (asked === 'xml') {
    return page(200, xml(entries, kind, owner), { ...headers, 'content-type': 'application/xml; charset=utf-8' });
  }
  const type = { 'content-type': 'text/plain; charset=utf-8', vary: 'Accept' };
  if (entries.length === 0) return nothing({ ...headers, ...type });
  const names = entries.map((entry) => `${'subdir' in entry ? entry.subdir : entry.name}\n`);
  return page(200, names.join(''), { ...headers, ...type });
}

function acceptedFormat(accept: string): string | null {
  const [first = ''] = accept.split(',');
  if (/^application\/json\b/.test(first.trim())) return 'json';
  return /^(application|text)\/xml\b/.test(first.trim()) ? 'xml' : null;
}

function xml(entries: readonly Entry[], kind: string, owner: string): string {
  const escaped = (text: unknown): string =>
    String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  const inner = kind === 'account' ? 'container' : 'object';
  const rows = entries.map((entry) => {
    if ('subdir' in entry)
      return `<subdir name="${escaped(entry.subdir)}"><name>${escaped(entry.subdir)}</name></subdir>`;
    const fields = Object.entries(entry.view).map(([key, value]) => `<${key}>${escaped(value)}</${key}>`);
    return `<${inner}>${fields.join('')}</${inner}>`;
  });
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<${kind} name="${escaped(owner)}">`, ...rows, `</${kind}>`];
  return lines.join('\n');
}
