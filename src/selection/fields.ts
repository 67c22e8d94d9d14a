import type { Column } from '../core/view.js';
import { nearest } from '../lib/nearest.js';
import { asRecord, isRecord } from '../lib/read.js';
import { unitOf } from './literals.js';
import { type Kind, references } from './references.js';

/** What there is to choose from: a list's columns, and what its items are known to have. */
export interface Fields {
  readonly columns: readonly Column[];
  /** The API's names. */
  readonly keys: ReadonlySet<string>;
  /** The object that the service sent for an item. */
  readonly whole: (item: unknown) => unknown;
  /** Type of the service that was asked. */
  readonly service: string;
  /** Its items may have fields of any name: what none has is no mistake. Or there are none to tell. */
  readonly isOpen: boolean;
}

/** A field that was found. */
export interface Found {
  readonly title: string;
  readonly read: (item: unknown) => unknown;
  /** For people, where a column has that. */
  readonly text?: Column['text'];
  /** Its values are ids of these. */
  readonly kind?: Kind;
  readonly unit: number;
  readonly isState: boolean;
}

/** A field as a condition reads it. */
export interface FieldReader extends Pick<Found, 'read' | 'unit' | 'isState'> {
  /** The names of what it refers to. */
  readonly names?: (item: unknown) => readonly string[];
}

/**
 * What is meant by a name: a column by its title, what the fields of a service are called here (`Project`, `Host`), a
 * field by the API's name, or by the end of it (`task_state` of `OS-EXT-STS:task_state`), a part of it (`flavor.vcpus`).
 * What is exact comes first; then capitals, blanks, hyphens and underscores make no difference.
 *
 * @param isCondition the API's own value is wanted before what a column makes of it
 */
export function findField(typed: string, fields: Fields, isCondition = false): Found | undefined {
  const { columns, keys } = fields;
  const keyed = (key: string, title: string): Found => (isCondition ? asSent : ofKey)(key, title, fields);
  const exact = columns.find(({ title }) => title === typed);
  if (exact !== undefined && !isCondition) return ofColumn(exact, fields);
  const loose = loosely(typed);
  const referred = references.find(({ title, aliases = [] }) =>
    [title, ...aliases].some((one) => loosely(one) === loose),
  );
  const key = referred?.fields.find((one) => keys.has(one));
  if (referred !== undefined && key !== undefined) {
    const title = typed === typed.toLowerCase() && keys.has(typed) ? typed : referred.title;
    return { ...keyed(key, title), ...(referred.kind === undefined ? {} : { kind: referred.kind }) };
  }
  if (keys.has(typed)) return keyed(typed, typed);
  if (exact !== undefined) return ofColumn(exact, fields);
  const column = columns.find(({ title }) => loosely(title) === loose);
  const similar = keyLike(typed, keys);
  if (column !== undefined && similar !== undefined && isCondition) return asSent(similar, typed, fields, column.value);
  if (column !== undefined) return ofColumn(column, fields);
  if (similar !== undefined) return keyed(similar, typed);
  return partOf(typed, fields);
}

/** A field that nobody knows of is empty where items may have any, or where there are none. */
export const absent = (title: string): Found => ({ title, read: () => null, unit: 1, isState: false });

/** What was probably meant by a name that nothing has. */
export function suggestion(typed: string, { columns, keys }: Fields): string | undefined {
  const known = new Map<string, string>();
  const add = (name: string, shown = name): void => {
    if (!known.has(loosely(name))) known.set(loosely(name), shown);
  };
  for (const { title, aliases = [], fields } of references) {
    if (!fields.some((one) => keys.has(one))) continue;
    for (const one of [title, ...aliases]) add(one, title.toLowerCase());
  }
  for (const key of keys) add(endOf(key));
  for (const key of keys) add(key);
  for (const { title } of columns) add(title);
  const found = nearest(loosely(typed), known.keys());
  return found === undefined ? undefined : known.get(found);
}

/** A name without what makes no difference. */
export const loosely = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

const endOf = (key: string): string => key.slice(key.lastIndexOf(':') + 1);

function keyLike(typed: string, keys: ReadonlySet<string>): string | undefined {
  const loose = loosely(typed);
  const all = [...keys];
  return all.find((key) => loosely(key) === loose) ?? all.find((key) => loosely(endOf(key)) === loose);
}

/** `flavor.vcpus`: the part of a field that stands under a name in it, in each of what it has several. */
function partOf(typed: string, fields: Fields): Found | undefined {
  for (let dot = typed.lastIndexOf('.'); dot > 0; dot = typed.lastIndexOf('.', dot - 1)) {
    const head = typed.slice(0, dot);
    const key = fields.keys.has(head) ? head : keyLike(head, fields.keys);
    if (key === undefined) continue;
    const path = typed.slice(dot + 1).split('.');
    const own = ofKey(key, typed, fields).read;
    // What a command has made of it may have no parts.
    const read = (item: unknown): unknown => asRecord(fields.whole(item))[key] ?? own(item);
    return { title: typed, read: (item) => within(read(item), path), ...traitsOf(typed, fields) };
  }
  return undefined;
}

function within(value: unknown, path: readonly string[]): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (Array.isArray(value)) return value.map((one) => within(one, path));
  if (!isRecord(value)) return null;
  // A name may have dots of its own.
  const whole = path.join('.');
  return Object.hasOwn(value, whole) ? value[whole] : within(value[name], rest);
}

function ofColumn({ title, value, text }: Column, fields: Fields): Found {
  return { title, read: value, ...(text === undefined ? {} : { text }), ...traitsOf(title, fields) };
}

function ofKey(key: string, title: string, fields: Fields): Found {
  const read = (item: unknown): unknown => {
    const own = asRecord(item);
    return (Object.hasOwn(own, key) ? own[key] : asRecord(fields.whole(item))[key]) ?? null;
  };
  return { title, read, ...traitsOf(key, fields) };
}

/**
 * A field as the service sent it; what a command has made of it is found by the same name.
 * @param show what is shown of an item, if not the field itself: `Running` for the power state 1
 */
function asSent(key: string, title: string, fields: Fields, show?: (item: unknown) => unknown): Found {
  const found = ofKey(key, title, fields);
  const read = (item: unknown): unknown => {
    const whole = asRecord(fields.whole(item));
    const own = found.read(item);
    const sent = Object.hasOwn(whole, key) ? whole[key] : own;
    const shown = show === undefined ? own : show(item);
    return sent === shown ? shown : [sent, shown];
  };
  return { ...found, read };
}

const traitsOf = (name: string, { service }: Fields): Pick<Found, 'unit' | 'isState'> => ({
  unit: unitOf(name, service),
  isState: /(?:status|state)$/i.test(name),
});
