import { isNested } from '../../core/exact-number.js';
import type { Column, Field } from '../../core/view.js';
import { jsonText } from '../../lib/python/json-text.js';
import { pythonText } from '../../lib/python/repr.js';
import { asRecord, asRecords, type Json } from '../../lib/read.js';

/** A column as glanceclient's print_list makes it: the title in lower case, with underscores, is the API's name. */
export const column = (title: string): Column<Json> => {
  const key = title.toLowerCase().replaceAll(' ', '_');
  return { title, value: (item) => item[key] ?? null };
};

/** Columns of these titles; the API's names are the same in lower case, with underscores. */
export const columns = (...titles: readonly string[]): readonly Column<Json>[] => titles.map(column);

/** The same as its print_dict_list makes it: values as Python's str() has them, and nothing for what is not told. */
export const plainColumns = (...titles: readonly string[]): readonly Column<Json>[] =>
  titles.map((title) => {
    const key = title === 'Task Id' ? 'id' : title.toLowerCase().replaceAll(' ', '_');
    const text = (item: Json): string => (item[key] === undefined ? '' : pythonText(item[key]));
    return { title, value: (item) => item[key] ?? null, text };
  });

/** The names of what stands in a namespace or an object, in place of the whole of it (`v2/shell.py` _namespace_show). */
export const fieldsWithNames = (item: Json): readonly Field[] =>
  fieldsOf(Object.fromEntries(Object.entries(item).map(([key, value]) => [key, namesIn(key, value)])));

function namesIn(key: string, value: unknown): unknown {
  if (key === 'properties') return Object.keys(asRecord(value));
  return LISTS.includes(key) ? asRecords(value).map(({ name }) => name ?? null) : value;
}

const LISTS = ['resource_type_associations', 'objects', 'tags'];

/** Some fields left out. */
export const without = (item: Json, ...names: readonly string[]): Json =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));

/** Fields as glanceclient's print_dict makes them: lists and objects are JSON of ASCII. */
export const fieldsOf = (item: Json): readonly Field[] =>
  Object.entries(item).map(([name, value]) => ({
    name,
    value,
    ...(isNested(value) ? { text: jsonText(value, { ascii: true }) } : {}),
  }));

const HIDDEN = ['self', 'access', 'file', 'schema'];

/** An image (`common/utils.py` print_image). */
export function imageFields(image: Json, isHumanReadable = false): readonly Field[] {
  const shown = Object.entries(image).filter(([name]) => !HIDDEN.includes(name));
  return fieldsOf(Object.fromEntries(shown)).map((field) => {
    if (field.name === 'virtual_size' && !field.value) return { ...field, text: 'Not available' };
    if (field.name === 'size' && isHumanReadable) return { ...field, text: humanSize(Number(field.value ?? 0)) };
    return field;
  });
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB'];

/** Bytes for people: 1024 of one unit are one of the next (`common/utils.py` make_size_human_readable). */
export function humanSize(bytes: number): string {
  let [size, unit] = [bytes, 0];
  for (; size >= 1024; unit += 1) size /= 1024;
  return `${size.toFixed(1).replace(/\.?0+$/, '')}${UNITS[unit] ?? ''}`;
}
