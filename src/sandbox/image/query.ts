import { Refusal } from '../call.js';
import type { Image } from '../world-image.js';
import { descending, type ImageCall } from './call.js';
import { imageView } from './view.js';
import { visibleImages } from './visible.js';

/** The filters and the order of `GET /v2/images` (glance/api/v2/images.py: RequestDeserializer). */

/** What images can be put in order by, on both versions. */
export const columns: Readonly<Record<string, (row: Image) => string | number | null>> = {
  name: ({ name }) => name,
  status: ({ status }) => status,
  container_format: ({ containerFormat }) => containerFormat,
  disk_format: ({ diskFormat }) => diskFormat,
  size: ({ size }) => size,
  id: ({ id }) => id,
  created_at: ({ created }) => created,
  updated_at: ({ updated }) => updated,
};
const controls = new Set('limit marker sort sort_key sort_dir member_status tag visibility os_hidden'.split(' '));
const visibilities = ['community', 'public', 'private', 'shared', 'all'];

type Compare = (a: Image, b: Image) => number;

/** The images that match, a new array, and the order to put them in. */
export function queryOf(call: ImageCall): { rows: Image[]; compare: Compare } {
  const { query } = call;
  const memberStatus = query.get('member_status') ?? 'accepted';
  if (!['pending', 'accepted', 'rejected', 'all'].includes(memberStatus)) {
    throw new Refusal(400, `Invalid status: ${memberStatus}`);
  }
  const visibility = query.get('visibility');
  if (visibility !== null && !visibilities.includes(visibility)) {
    throw new Refusal(400, `Invalid visibility value: ${visibility}`);
  }
  const hidden = flag(query.get('os_hidden') ?? 'false', 'os_hidden');
  const tests: ((row: Image) => boolean)[] = [(row) => row.hidden === hidden];
  if (visibility !== null && visibility !== 'all') tests.push((row) => row.visibility === visibility);
  for (const tag of query.getAll('tag')) tests.push(({ tags }) => tags.includes(tag));
  for (const [name, value] of query) {
    if (!controls.has(name)) tests.push(testFor(name, value));
  }
  const rows = visibleOf(call, visibility, memberStatus).filter((row) => tests.every((test) => test(row)));
  return { rows, compare: comparator(call) };
}

/** The community's images are in nobody's list, unless they are their own or asked for. */
function visibleOf({ cloud, caller }: ImageCall, visibility: string | null, memberStatus: string): Image[] {
  const rows = visibleImages(cloud, caller, memberStatus);
  const own = ({ ownerId }: Image): boolean => ownerId === caller.token.tenantId;
  if (visibility === 'community' || visibility === 'all') {
    const others = cloud.world.images.filter((row) => row.visibility === 'community' && !rows.includes(row));
    return [...rows, ...others];
  }
  return rows.filter((row) => row.visibility !== 'community' || own(row));
}

function flag(text: string, name: string): boolean {
  const word = text.toLowerCase();
  if (word === 'true' || word === 'false') return word === 'true';
  throw new Refusal(400, `Invalid value '${text}' for '${name}' filter. Valid values are 'true' or 'false'.`);
}

function testFor(name: string, value: string): (row: Image) => boolean {
  if (name === 'protected') {
    const wanted = flag(value, name);
    return (row) => row.protected === wanted;
  }
  if (name === 'size_min' || name === 'size_max') {
    const bound = Number(value);
    if (!Number.isInteger(bound)) throw new Refusal(400, 'An invalid value was provided for the size filter.');
    return ({ size }) => size !== null && (name === 'size_min' ? size >= bound : size <= bound);
  }
  if (name === 'created_at' || name === 'updated_at') return timeTest(name, value);
  const listed = /^in:/.test(value) ? values(value.slice(3)) : undefined;
  return (row) => {
    const held = imageView(row)[name];
    return listed === undefined ? String(held) === value && held !== undefined : listed.includes(String(held));
  };
}

/** `in:a,"b, c"`. */
function values(text: string): string[] {
  return (text.match(/"[^"]*"|[^,]+/g) ?? []).map((one) => one.replace(/^"(.*)"$/, '$1'));
}

function timeTest(name: 'created_at' | 'updated_at', value: string): (row: Image) => boolean {
  const [, operator = 'eq', text = ''] = /^(?:(gt|gte|eq|neq|lt|lte):)?(.*)$/.exec(value) ?? [];
  const time = Date.parse(/Z$|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`);
  if (Number.isNaN(time)) throw new Refusal(400, `Invalid time value: ${text}`);
  return (row) => {
    const held = Date.parse(name === 'created_at' ? row.created : row.updated);
    if (operator === 'gt') return held > time;
    if (operator === 'gte') return held >= time;
    if (operator === 'lt') return held < time;
    if (operator === 'lte') return held <= time;
    return (held === time) === (operator === 'eq');
  };
}

/** `sort=name:asc,size` or `sort_key` and `sort_dir`, each as often as wanted; newest first. */
function comparator({ query }: ImageCall): Compare {
  const keys: string[] = [];
  const directions: boolean[] = [];
  const sort = query.get('sort');
  if (sort !== null) {
    if (query.has('sort_key') || query.has('sort_dir')) {
      throw new Refusal(400, 'Old and new sorting syntax cannot be combined');
    }
    for (const one of sort.split(',')) {
      const [key = '', direction] = one.split(':').map((word) => word.trim());
      keys.push(key);
      directions.push(descending(direction ?? null));
    }
  } else {
    keys.push(...query.getAll('sort_key').map((key) => key.trim()));
    directions.push(...query.getAll('sort_dir').map((direction) => descending(direction.trim())));
    if (directions.length > 1 && directions.length !== keys.length) {
      throw new Refusal(400, 'Number of sort dirs does not match the number of sort keys');
    }
  }
  for (const key of keys) {
    if (!Object.hasOwn(columns, key)) {
      const known = Object.keys(columns).join(', ');
      throw new Refusal(400, `Invalid sort key: ${key}. It must be one of the following: ${known}.`);
    }
  }
  const order = keys.map((key, at) => ({ key, down: directions[at] ?? directions[0] ?? true }));
  const last = order.at(-1)?.down ?? true;
  for (const key of ['created_at', 'id']) {
    if (!keys.includes(key)) order.push({ key, down: last });
  }
  return (a, b) => compare(order, a, b);
}

function compare(order: readonly { key: string; down: boolean }[], a: Image, b: Image): number {
  for (const { key, down } of order) {
    const column = columns[key];
    const [x, y] = [column?.(a) ?? null, column?.(b) ?? null];
    if (x === y) continue;
    const less = x === null || (y !== null && x < y);
    return less === down ? 1 : -1;
  }
  return 0;
}
