import type { Column, ListView } from '../core/view.js';
import { asText, isRecord } from '../lib/read.js';
import { isUuidLike } from '../services/find.js';
import { beside, columnOf, columnRequest } from './columns.js';
import { type Condition, conditionOf } from './condition.js';
import type { Expression, Word } from './expression.js';
import { absent, type FieldReader, type Fields, type Found, findField, suggestion } from './fields.js';
import { type Kind, references } from './references.js';
import type { Tools } from './selection-request.js';
import { unknownColumns } from './unknown-field.js';
import { whereError } from './where-error.js';

/**
 * A list with the rows and columns that are wanted. Rows are looked at as they come; what they may have is known once the
 * first page is there.
 *
 * @throws Failure for a column that is not there, UsageError for such a field in `where`
 */
export async function selectedList(view: ListView, tools: Tools): Promise<ListView> {
  const { request, expression, book } = tools;
  const { maxItems, sortColumn } = request;
  const iterator = view.pages[Symbol.asyncIterator]() as AsyncIterator<readonly unknown[], unknown>;
  const early = needsNames(tools);
  for (const kind of early) book.names(kind).catch(() => undefined);
  const first = await firstItems(iterator);
  const fields = fieldsOf(view, first, tools);
  const wanted = new Set<Kind>();
  const found = (typed: string): Found | undefined => {
    const field = findField(typed, fields);
    if (field?.kind !== undefined) wanted.add(field.kind);
    return field ?? (isAbsent(typed, fields) ? absent(typed) : undefined);
  };
  const chosen = chosenColumns(view, found, fields, tools);
  const sortedBy = sortColumns(view, found, fields, tools);
  const condition = expression === undefined ? undefined : conditionFor(expression, fields, wanted, tools);
  const pages = rowsOf(first, iterator, {
    ...(condition === undefined ? {} : { condition }),
    ...(maxItems === undefined || sortColumn.length > 0 ? {} : { most: maxItems }),
    ready: async () => void (await Promise.all([...wanted].map((kind) => book.names(kind)))),
  });
  const { lines, ...rest } = view;
  return {
    ...rest,
    ...(lines === undefined || chosen !== undefined ? {} : { lines }),
    pages,
    ...(chosen === undefined ? {} : { chosen }),
    ...(sortedBy === undefined ? {} : { sortedBy }),
    ...(maxItems === undefined || sortColumn.length === 0 ? {} : { most: maxItems }),
  };
}

/** The first page that has anything: what items have is seen by those of it. */
async function firstItems(pages: AsyncIterator<readonly unknown[], unknown>): Promise<readonly unknown[]> {
  while (true) {
    const next: IteratorResult<readonly unknown[], unknown> = await pages.next();
    if (next.done) return [];
    if (next.value.length > 0) return next.value;
  }
}

/** The kinds whose names are surely wanted, so that their lists can be asked for beside the list itself. */
function needsNames({ request: { column, addColumn } }: Tools): readonly Kind[] {
  const { instead, added } = columnRequest(column, addColumn, []);
  const words = [...instead, ...added].map((word) => word.toLowerCase());
  return references.flatMap(({ title, kind }) =>
    kind !== undefined && words.includes(title.toLowerCase()) ? [kind] : [],
  );
}

/** What the items of a first page have, and what services sent for them. */
export function fieldsOf(
  view: Pick<ListView, 'columns' | 'choosable'>,
  first: readonly unknown[],
  { watched }: Pick<Tools, 'watched'>,
): Fields {
  const isWhole = first.length > 0 && first.every(watched.isWhole);
  const whole = (item: unknown): unknown => {
    if (isWhole || !isRecord(item) || watched.isWhole(item)) return item;
    return watched.wholeOf(asText(item.id) || asText(item.uuid) || asText(item.name));
  };
  const { service, list } = watched.asked();
  const keys = new Set<string>();
  // Rows that no service has sent have columns, and no names of an API.
  for (const item of service === '' ? [] : first) {
    for (const one of isWhole ? [item] : [item, whole(item)]) {
      if (isRecord(one)) for (const key of Object.keys(one)) keys.add(key);
    }
  }
  if (first.length > 0) for (const key of list?.sometimes ?? []) keys.add(key);
  const columns = view.choosable === undefined ? view.columns : [...view.columns, ...view.choosable];
  return { columns, keys, whole, service, isOpen: first.length === 0 || list?.isOpen === true };
}

/**
 * May it be that there is such a field, though nothing here has it? Where there is nothing at all the titles are known
 * even so, and a word that looks like one is a mistake.
 */
function isAbsent(typed: string, fields: Fields): boolean {
  if (!fields.isOpen) return false;
  if (fields.keys.size > 0) return suggestion(typed, fields) === undefined;
  return !/^[A-Z][a-z]+\b/.test(typed) || references.some(({ title }) => title === typed);
}

/** What stands before the list of several clouds; whoever shows one of a single cloud refuses them. */
const PLACES: readonly string[] = ['Cloud', 'Region'];

type Finder = (typed: string) => Found | undefined;

/** The columns that `-c` and `-C` choose; undefined: the output chooses them, in cliff's way. */
function chosenColumns(
  view: ListView,
  found: Finder,
  fields: Fields,
  { request: { column, addColumn }, style, book }: Tools,
): readonly Column[] | undefined {
  if (column.length === 0 && addColumn.length === 0) return undefined;
  const titles = (view.choosable ?? view.columns).map(({ title }) => title);
  const { instead, added, isClassic } = columnRequest(column, addColumn, titles);
  const known = instead.filter((word) => titles.includes(word) || PLACES.includes(word));
  if (isClassic && known.length === instead.length) return undefined;
  if (isClassic && style.unknownColumns === 'passed over' && known.length > 0) return undefined;
  const unknown: string[] = [];
  const columnsOf = (words: readonly string[]) =>
    words.flatMap((word) => {
      const field = found(word);
      if (field === undefined) unknown.push(word);
      return field === undefined
        ? []
        : [{ part: columnOf(field, book), title: field.title, hasNames: field.kind !== undefined }];
    });
  const usual = (style.early ? view.earlyColumns : undefined) ?? view.columns;
  const base = instead.length > 0 ? columnsOf(instead).map(({ part }) => part) : usual;
  const more = columnsOf(added);
  // cliff says that itself.
  if (unknown.length > 0 && isClassic && style.unknownColumns === 'passed over') return undefined;
  if (unknown.length > 0) throw unknownColumns(unknown, titles, fields);
  return beside(base, more, ({ title }) => title);
}

/** By what the rows are sorted; undefined: the output knows it by the columns' titles. */
function sortColumns(
  { columns }: ListView,
  found: Finder,
  fields: Fields,
  { request: { sortColumn }, style, book }: Tools,
): readonly Column[] | undefined {
  const titles = columns.map(({ title }) => title);
  if (sortColumn.every((word) => titles.includes(word) || PLACES.includes(word))) return undefined;
  const resolved = sortColumn.map((word) => ({ word, field: found(word) }));
  const unknown = resolved.flatMap(({ word, field }) => (field === undefined ? [word] : []));
  if (unknown.length > 0 && style.unknownColumns === undefined) throw unknownColumns(unknown, titles, fields);
  return resolved.flatMap(({ field }) => (field === undefined ? [] : [columnOf(field, book)]));
}

/** The condition that the rows must meet; the kinds of which names are needed for it are added to `wanted`. */
function conditionFor(
  expression: Expression,
  fields: Fields,
  wanted: Set<Kind>,
  { request: { where: source = '' }, book, now }: Tools,
): Condition {
  const field = (word: Word): FieldReader => {
    const found = findField(word.text, fields, true) ?? (isAbsent(word.text, fields) ? absent(word.text) : undefined);
    if (found === undefined) {
      const meant = suggestion(word.text, fields);
      const names = [...new Set([...fields.columns.map(({ title }) => title), ...fields.keys])];
      const hint = meant === undefined ? `There are: ${names.join(', ')}.` : `Did you mean '${meant}'?`;
      throw whereError(source, word.place, `no field '${word.text}'`, hint);
    }
    const { kind, read } = found;
    if (kind === undefined || namesOnlyIds(expression, word)) return found;
    wanted.add(kind);
    return { ...found, names: (item) => book.display(kind, read(item)) };
  };
  return conditionOf(expression, { source, field, now: now() });
}

/** Is a field compared with ids alone, so that nobody's name is needed? */
function namesOnlyIds(expression: Expression, word: Word): boolean {
  if (expression.kind === 'not') return namesOnlyIds(expression.part, word);
  if ('parts' in expression) return expression.parts.every((part) => namesOnlyIds(part, word));
  if (expression.field !== word) return true;
  const values = expression.kind === 'in' ? expression.values : [expression.value];
  const isEqual = expression.kind === 'in' || /^!?=$/.test(expression.operator);
  return isEqual && values.every(({ text }) => isUuidLike(text) || text.toLowerCase() === 'null');
}

/** The rows that are wanted, page by page; it is not read on once there are enough. */
async function* rowsOf(
  first: readonly unknown[],
  rest: AsyncIterator<readonly unknown[], unknown>,
  {
    condition,
    most = Number.POSITIVE_INFINITY,
    ready,
  }: { condition?: Condition; most?: number; ready: () => Promise<void> },
): AsyncGenerator<readonly unknown[]> {
  let left = most;
  try {
    await ready();
    for (let page: readonly unknown[] | undefined = first; page !== undefined && left > 0; ) {
      const rows = condition === undefined ? page : page.filter(condition);
      const shown = rows.length > left ? rows.slice(0, left) : rows;
      left -= shown.length;
      if (shown.length > 0) yield shown;
      if (left <= 0) return;
      const next: IteratorResult<readonly unknown[], unknown> = await rest.next();
      page = next.done ? undefined : next.value;
    }
  } finally {
    await rest.return?.();
  }
}
