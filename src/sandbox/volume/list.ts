import { Refusal } from '../call.js';
import { isTrue, type VolumeCall } from './call.js';

/** The filters, the order and the pages of cinder's lists (cinder/api/common.py). */

/** The filters of `etc/cinder/resource_filters.json`, which members are held to from 3.31 on. */
export const resourceFilters: Readonly<Record<string, readonly string[]>> = {
  volume: words(
    'name status metadata bootable migration_status availability_zone group_id size created_at updated_at consumes_quota',
  ),
  backup: words('name status volume_id'),
  snapshot: words('name status volume_id metadata availability_zone consumes_quota'),
  group: words('name'),
  group_snapshot: words('name status group_id'),
  attachment: words('volume_id status instance_id attach_status'),
  message: words('resource_uuid resource_type event_id request_id message_level'),
  pool: words('name volume_type'),
  volume_type: words('is_public extra_specs'),
};

function words(text: string): string[] {
  return text.split(' ');
}

const controls = new Set(
  words('all_tenants limit marker offset sort sort_key sort_dir with_count list_volume is_public cascade'),
);

export type View = Readonly<Record<string, unknown>>;

/** Other names that filters and sort keys have than the keys of a view. */
const aliases: Readonly<Record<string, string>> = {
  host: 'os-vol-host-attr:host',
  instance_id: 'instance',
  attach_status: 'status',
  resource_uuid: 'resource_uuid',
  display_name: 'name',
};

export interface Listed {
  readonly views: readonly View[];
  /** The next page's link, if there may be one. */
  readonly links: readonly unknown[];
  /** How many there are in all, if it was asked for. */
  readonly count?: number;
}

/**
 * One page of views.
 * @param resource under which name its filters are configured
 * @param missing what a marker says that is none of them
 */
export function listed(
  call: VolumeCall,
  resource: string,
  views: readonly View[],
  missing: (id: string) => Refusal,
): Listed {
  const [first] = views;
  const limit = limitOf(call);
  const order = orderOf(call).filter(({ key }) => key !== 'id' || first?.created_at !== undefined);
  const tests = testsOf(call, resource);
  const column = (view: View, key: string): unknown => view[key in view ? key : (aliases[key] ?? key)];
  for (const { key } of order) {
    if (first !== undefined && !(key in first) && !((aliases[key] ?? key) in first)) {
      if (key !== 'id' && key !== 'created_at') throw new Refusal(400, 'Invalid input received: Invalid sort key');
    }
  }
  const sorted = views
    .filter((view) => tests.every((test) => test(view)))
    .sort((a, b) => compare(order, (view, key) => column(view, key), a, b));
  const marker = call.query.get('marker');
  const at = marker === null ? 0 : views.length === 0 ? -1 : sorted.findIndex(({ id }) => id === marker) + 1;
  if (marker !== null && at <= 0) throw missing(marker);
  const offset = Number(call.query.get('offset') ?? 0);
  if (!Number.isInteger(offset) || offset < 0) throw new Refusal(400, 'offset must be an integer');
  const shown = sorted.slice(at + offset, at + offset + limit);
  const last = shown.at(-1);
  const next = last !== undefined && shown.length === limit ? [nextLink(call, String(last.id))] : [];
  const counted = call.minor >= 45 && isTrue(call.query.get('with_count'));
  return { views: shown, links: next, ...(counted ? { count: sorted.length } : {}) };
}

function limitOf(call: VolumeCall): number {
  const text = call.query.get('limit');
  const limit = text === null || text === '' ? call.cloud.pageSize : Number(text);
  if (!Number.isInteger(limit)) throw new Refusal(400, 'limit param must be an integer');
  if (limit < 0) throw new Refusal(400, 'limit param must be positive');
  return Math.min(limit, call.cloud.pageSize);
}

interface Order {
  readonly key: string;
  readonly down: boolean;
}

function orderOf({ query }: VolumeCall): Order[] {
  const sort = query.get('sort');
  if (sort !== null && (query.has('sort_key') || query.has('sort_dir'))) {
    const rule =
      "The 'sort_key' and 'sort_dir' parameters are deprecated and cannot be used with the 'sort' parameter.";
    throw new Refusal(400, rule);
  }
  const pairs =
    sort === null
      ? [[query.get('sort_key') ?? 'created_at', query.get('sort_dir') ?? 'desc']]
      : sort.split(',').map((one) => one.trim().split(':'));
  const order = pairs.map(([key = '', direction = 'desc']): Order => {
    if (direction !== 'asc' && direction !== 'desc') {
      throw new Refusal(400, "Invalid input received: Unknown sort direction, must be 'desc' or 'asc'.");
    }
    return { key, down: direction === 'desc' };
  });
  const down = order[0]?.down ?? true;
  for (const key of ['created_at', 'id']) {
    if (!order.some((one) => one.key === key)) order.push({ key, down });
  }
  return order;
}

function compare(order: readonly Order[], column: (view: View, key: string) => unknown, a: View, b: View): number {
  for (const { key, down } of order) {
    const [x, y] = [column(a, key) ?? null, column(b, key) ?? null] as (string | number | null)[];
    if (x === undefined || y === undefined || x === y) continue;
    const less = x === null || (y !== null && x < y);
    return less === down ? 1 : -1;
  }
  return 0;
}

/** Members may use the filters that are configured; an administrator's that fits nothing finds nothing. */
function testsOf(call: VolumeCall, resource: string): ((view: View) => boolean)[] {
  const { admin } = call.caller;
  const configured = resourceFilters[resource] ?? [];
  const names = [...new Set(call.query.keys())].filter((name) => !controls.has(name));
  const plain = (name: string): string => (call.minor >= 34 ? name.replace(/~$/, '') : name);
  const unknown = names.filter((name) => !admin && !configured.includes(plain(name)) && name !== 'display_name');
  if (unknown.length > 0 && call.minor >= 31) {
    throw new Refusal(400, `Invalid filters ${unknown.join(',')} are found in query options.`);
  }
  return names.filter((name) => !unknown.includes(name)).map((name) => testFor(call, name, plain(name)));
}

function testFor({ query }: VolumeCall, name: string, key: string): (view: View) => boolean {
  const value = query.get(name) ?? '';
  const held = (view: View): unknown => view[key in view ? key : (aliases[key] ?? key)];
  if (name !== key) return (view) => String(held(view) ?? '').includes(value);
  if (key === 'project_id') {
    return (view) => Object.entries(view).some(([own, id]) => /(^|:)(project|tenant)_id$/.test(own) && id === value);
  }
  if (/^(created|updated)_at$/.test(key)) return timeTest(key, value);
  if (key === 'metadata' || key === 'glance_metadata') {
    const wanted = pairsOf(value);
    const where = key === 'metadata' ? 'metadata' : 'volume_image_metadata';
    return (view) =>
      wanted.every(([one, text]) => (view[where] as Record<string, unknown> | undefined)?.[one] === text);
  }
  return (view) => {
    const one = held(view);
    return one !== undefined && String(one).toLowerCase() === value.toLowerCase();
  };
}

/** A dictionary as Python writes it: `{'key': 'value'}`. */
function pairsOf(text: string): (readonly [string, string])[] {
  return [...text.matchAll(/u?['"]([^'"]*)['"]\s*:\s*u?['"]([^'"]*)['"]/g)].map(([, key = '', value = '']) => [
    key,
    value,
  ]);
}

function timeTest(key: string, value: string): (view: View) => boolean {
  const tests = value.split(',').map((one) => {
    const [, operator, text = ''] = /^(gt|gte|eq|neq|lt|lte):(.*)$/.exec(one) ?? [];
    if (operator === undefined) throw new Refusal(400, `Invalid ${one.split(':')[0]} operator`);
    const time = Date.parse(/Z$|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`);
    if (Number.isNaN(time)) throw new Refusal(400, `Invalid ${text} value`);
    return (at: number): boolean => {
      if (operator === 'gt') return at > time;
      if (operator === 'gte') return at >= time;
      if (operator === 'lt') return at < time;
      if (operator === 'lte') return at <= time;
      return (at === time) === (operator === 'eq');
    };
  });
  return (view) => tests.every((test) => test(Date.parse(`${view[key] ?? ''}Z`)));
}

function nextLink(call: VolumeCall, marker: string): unknown {
  const query = new URLSearchParams(call.query);
  query.set('marker', marker);
  return { rel: 'next', href: `${call.base}/${call.parts.join('/')}?${query}` };
}
