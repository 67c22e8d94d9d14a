import type { Column, Field, ListView } from '../../core/view.js';
import { inPython2Order } from '../../lib/python/dict-order.js';
import { pythonText } from '../../lib/python/repr.js';
import type { Json } from '../../lib/read.js';

/**
 * A column as novaclient's print_list makes it (utils.py): the title in lower case, with underscores, is the API's
 * name; text is empty where the API has no such field, `-` where it is null.
 * @param key the API's name where it is another one
 */
export function attribute(title: string, key = title.toLowerCase().replaceAll(' ', '_')): Column<Json> {
  return { title, value: (item) => item[key] ?? null, text: (item) => cellText(item[key]) };
}

/** The same as novaclient's formatters make it, that give a value as it is: null is Python's `None`. */
export function rawAttribute(title: string, key?: string): Column<Json> {
  const column = attribute(title, key);
  return { ...column, text: (item) => (column.value(item) === null ? 'None' : cellText(column.value(item))) };
}

/** novaclient's text of a value in a list (utils.py, print_list). */
export function cellText(value: unknown, missing = ''): string {
  if (value === undefined) return missing;
  return value === null ? '-' : pythonText(value).replaceAll('\r', '');
}

/** The table of a few things, to stand among others. */
export function tableOf<Item>(columns: readonly Column<Item>[], items: readonly Item[]): ListView {
  const pages = async function* (): AsyncGenerator<readonly Item[]> {
    yield items;
  };
  // A column only ever sees the items that stand beside it here.
  return { kind: 'list', columns: columns as readonly Column[], pages: pages() };
}

/** The same where the peer is a Python 2 program, which the order of keys in nested values shows. */
export function everyFieldOfPython2(item: Json): readonly Field[] {
  return Object.entries(item).map(([name, value]) => ({ name, value: inPython2Order(value) }));
}

/** Every field of a thing under its own name (utils.py, print_dict). */
export function everyField(item: Json): readonly Field[] {
  return Object.entries(item).map(([name, value]) => ({ name, value }));
}
