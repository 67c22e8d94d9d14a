import type { Column, Field } from '../../core/view.js';
import { compareCodePoints } from '../../lib/codepoints.js';
import { pythonText } from '../../lib/python/repr.js';
import { isRecord, type Json } from '../../lib/read.js';

/**
 * A column as cinderclient's print_list makes it (`utils.py`): the title in lower case, with underscores, is the API's
 * name; empty where the API has no such field, `-` where it is null.
 * @param key the API's name where it is another one
 */
export function column(title: string, key = keyOf(title)): Column<Json> {
  return { title, value: (item) => item[key] ?? null, text: (item) => cell(item[key]) };
}

/** Columns of these titles; the API's names are the same in lower case, with underscores. */
export const columns = (...titles: readonly string[]): readonly Column<Json>[] => titles.map((title) => column(title));

/** Those columns only whose field the first item has; all of them where there is none (print_list, exclude_unavailable). */
export const available = (titles: readonly string[], [first]: readonly Json[]): readonly Column<Json>[] =>
  columns(...titles.filter((title) => first === undefined || Object.hasOwn(first, keyOf(title))));

const keyOf = (title: string): string => title.toLowerCase().replaceAll(' ', '_');

/** cinderclient's text of a value in a list. */
export function cell(value: unknown): string {
  if (value === undefined) return '';
  return value === null ? '-' : pythonText(value).replaceAll('\r', ' ');
}

/**
 * The fields of a thing as cinderclient's print_dict shows them, without its links.
 * @param inLines fields whose objects are written one member a line: `key : value`
 */
export function fieldsOf(item: Json, inLines: readonly string[] = []): readonly Field[] {
  const entries = Object.entries(item).filter(([name]) => name !== 'links');
  return entries.map(([name, value]) =>
    inLines.includes(name) && isRecord(value) ? { name, value, text: membersOf(value) } : { name, value },
  );
}

function membersOf(value: Json): string {
  const members = Object.entries(value).sort(([one], [other]) => compareCodePoints(one, other));
  return members.map(([name, member]) => `${name} : ${pythonText(member)}`).join('\n');
}
