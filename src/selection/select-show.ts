import type { Column, Field, ShowView } from '../core/view.js';
import { asText, type Json } from '../lib/read.js';
import { beside, columnOf, columnRequest } from './columns.js';
import { type Fields, findField } from './fields.js';
import type { Kind } from './references.js';
import type { Tools } from './selection-request.js';
import { unknownColumns } from './unknown-field.js';

/**
 * One thing with the fields that are wanted.
 * @throws Failure for a field that is not there
 */
export async function selectedShow(view: ShowView, tools: Tools): Promise<ShowView> {
  const { request, watched, book, style } = tools;
  const names = view.fields.map(({ name }) => name);
  const { instead, added, isClassic } = columnRequest(request.column, request.addColumn, names);
  const known = instead.filter((name) => names.includes(name));
  if (isClassic && known.length === instead.length) return view;
  if (isClassic && style.unknownColumns === 'passed over' && known.length > 0) return view;
  const thing = subject(view, tools);
  const { service, ofOne } = watched.asked();
  const fields: Fields = {
    columns: view.fields.map(asColumn),
    keys: new Set([...Object.keys(thing), ...ofOne]),
    whole: () => thing,
    service,
    isOpen: false,
  };
  const found = [...instead, ...added].map((word) => ({ word, field: findField(word, fields) }));
  const unknown = found.flatMap(({ word, field }) => (field === undefined ? [word] : []));
  // cliff says that itself.
  if (unknown.length > 0 && isClassic && style.unknownColumns === 'passed over') return view;
  if (unknown.length > 0) throw unknownColumns(unknown, names, fields);
  const kinds = new Set<Kind>(found.flatMap(({ field }) => field?.kind ?? []));
  await Promise.all([...kinds].map((kind) => book.names(kind)));
  const chosen = found.flatMap(({ field }) => {
    if (field === undefined) return [];
    const part = asField(columnOf(field, book), thing);
    return [{ part, title: part.name, hasNames: field.kind !== undefined }];
  });
  const base = instead.length === 0 ? view.fields : chosen.slice(0, instead.length).map(({ part }) => part);
  return { ...view, chosen: beside(base, chosen.slice(instead.length), ({ name }) => name) };
}

/** The object that is shown, as the service sent it: the one of the id that is shown, or that of which most is known. */
export function subject(view: ShowView, { watched }: Pick<Tools, 'watched'>): Json {
  const id = asText(view.fields.find(({ name }) => /^(?:id|uuid)$/i.test(name))?.value);
  const all = watched.objects();
  const same = id === '' ? [] : all.filter((one) => [one.id, one.uuid].some((other) => asText(other) === id));
  const size = (one: Json): number => Object.keys(one).length;
  const [first = {}, ...rest] = same.length > 0 ? same : all;
  return rest.reduce((largest, one) => (size(one) > size(largest) ? one : largest), first);
}

const asColumn = ({ name, value, text }: Field): Column => ({
  title: name,
  value: () => value,
  ...(text === undefined ? {} : { text: () => text }),
});

function asField({ title, value, text }: Column, thing: Json): Field {
  const shown = text?.(thing);
  return { name: title, value: value(thing), ...(shown === undefined ? {} : { text: String(shown) }) };
}
