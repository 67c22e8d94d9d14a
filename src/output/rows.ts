import type { TableStyle } from '../classic/client.js';
import { Failure } from '../core/errors.js';
import { isNested } from '../core/exact-number.js';
import type { Column, Field, ListView, ShowView } from '../core/view.js';
import { pythonRepr } from '../lib/python/repr.js';
import type { CellReader, Cells, Listing, OutputOptions, Renderer, Row, Showing } from './renderer.js';
import { nestedText, textOf } from './text.js';

/**
 * A list view as rows of the cells that a renderer wants, page by page; with `--sort-column`, one page of all rows.
 * Order and matching of columns are cliff's (lister.py, display.py): the view's order, exact titles. Where the classic
 * table is sorted, other formats have its order, too; of lists longer than 2,000 rows, they have so many in it at a time.
 *
 * @throws Failure when `-c` or `--sort-column` names a column that is not there.
 */
export function listing(
  view: ListView,
  choice: OutputOptions,
  { cells, order: inTableOrder, styled }: Pick<Renderer, 'cells' | 'order' | 'styled'>,
): Listing {
  const columns = shownColumns(view, choice);
  const sortable = [...(view.leading ?? []), ...view.columns];
  if (choice.style.unknownColumns === undefined && view.sortedBy === undefined) {
    mustBeThere(choice.sortColumns, sortable.map(titleOf));
  }
  const byTitle = (title: string): readonly Column[] => sortable.filter((column) => column.title === title).slice(0, 1);
  const sorting = view.sortedBy ?? choice.sortColumns.flatMap(byTitle);

  // A classic table is sorted by a column even when `-c` leaves that column out.
  const order = sorting.length === 0 ? classicSort(view, choice.style) : undefined;
  const classic = inTableOrder === undefined ? order : undefined;
  const shown = classic === undefined || classic.sort !== undefined ? -1 : columns.indexOf(classic);
  const read =
    classic !== undefined && shown < 0 ? [...columns, { ...classic, text: classic.sort ?? classic.text }] : columns;

  const readers = read.map((column) => cellReader(column, cells, styled?.(choice.style) ?? choice.style));
  return {
    style: view.align === undefined ? choice.style : { ...choice.style, align: view.align },
    titles: columns.map(titleOf),
    pages:
      sorting.length > 0
        ? sorted(view, readers, sorting, choice)
        : inTableOrder === undefined || order === undefined
          ? inOrder(view, readers)
          : inTableOrder(view, readers, (key) => cellReader(key, 'text', choice.style), order, choice.style),
    ...(classic !== undefined && { sortBy: shown < 0 ? columns.length : shown }),
    ...(columns.some(({ maxWidth }) => maxWidth !== undefined) && {
      maxWidths: columns.map(({ maxWidth }) => maxWidth),
    }),
    ...(view.lines !== undefined && choice.columns.length === 0 && { lines: view.lines }),
    ...(view.header !== undefined && { header: view.header }),
    ...(view.empty !== undefined && { empty: view.empty }),
    ...(view.footer !== undefined && { footer: view.footer }),
  };
}

/**
 * A show view with the fields that `-c` picks.
 *
 * @throws Failure when `-c` names a field that is not there.
 */
export function showing(view: ShowView, choice: OutputOptions): Showing {
  const names = view.fields.map((field) => field.name);
  const { titles = choice.style.show.titles, wrap = 0 } = view;
  const all = choice.style.early ? view.fields.map(asBefore) : view.fields;
  const { leading } = view;
  const fields = view.chosen ?? chosen(all, names, choice);
  if (leading === undefined) return { style: choice.style, fields, wrap, titles };
  // Only tables sort the fields.
  if (choice.format === 'table') return { style: choice.style, fields, wrap, titles, leading };
  return { style: choice.style, fields: [...leading, ...fields], wrap, titles };
}

/** A field without the text that later releases of its client have for it. */
function asBefore({ text, ...field }: Field): Field {
  return text === undefined || field.isLaterText ? field : { ...field, text };
}

/** A field as csv and value show it: the API's scalar, or the field's text when the value is nested. */
export function plainField(field: Field, style: TableStyle): unknown {
  const { value, text } = field;
  if (!isNested(value)) return value ?? style.show.nullPlain ?? null;
  const { nestedPlain } = style.show;
  if (nestedPlain !== undefined) return nestedText({ ...style.show, nested: nestedPlain }, value);
  return text ?? nestedText(style.show, value);
}

function cellReader(column: Column, cells: Cells, { list }: TableStyle): CellReader {
  const { value, text } = column;
  if (cells === 'value') return value;
  if (column.isNested && text !== undefined && list.nestedPlain === undefined && cells === 'plain') return text;
  if (cells === 'text') return text ?? ((item) => textOf(list, value(item)));
  return (item) => {
    const plain = value(item);
    if (!isNested(plain)) return plain ?? null;
    if (list.nestedPlain !== undefined) return nestedText({ ...list, nested: list.nestedPlain }, plain);
    return text === undefined ? nestedText(list, plain) : text(item);
  };
}

/** The command says what sorts its table, else the client does. */
export function classicSort(view: ListView, { list }: TableStyle): Column | undefined {
  if (view.sortBy === false) return undefined;
  const named = view.columns.find((column) => column.title === view.sortBy);
  return named ?? (list.sortBy === 'first column' ? view.columns[0] : undefined);
}

async function* inOrder(view: ListView, readers: readonly CellReader[]): AsyncGenerator<readonly Row[]> {
  for await (const page of view.pages) yield page.map((item) => readers.map((read) => read(item)));
}

/** Keeps cells and sort keys only: the items themselves may be fifty thousand servers. */
async function* sorted(
  view: ListView,
  readers: readonly CellReader[],
  by: readonly Column[],
  choice: OutputOptions,
): AsyncGenerator<readonly Row[]> {
  const { SortedRows } = await import('./sort.js');
  const rows = new SortedRows(by.map((column) => column.title));
  for await (const page of view.pages) {
    for (const item of page) {
      rows.add(
        readers.map((read) => read(item)),
        by.map(({ value, text }) => {
          const key = value(item);
          return isNested(key) && text !== undefined ? text(item) : key;
        }),
      );
    }
  }
  yield rows.inOrder(choice.sortDirection === 'desc', choice.warn).slice(0, view.most);
}

const titleOf = ({ title }: Column): string => title;

/** The columns that are shown: the leading ones, which may be named, too, and are there in any case, and the others. */
function shownColumns(view: ListView, choice: OutputOptions): readonly Column[] {
  const { leading = [] } = view;
  if (view.chosen !== undefined) return [...leading, ...view.chosen];
  const named = choice.columns.filter((title) => !leading.some((column) => column.title === title));
  if (named.length === 0 && choice.columns.length > 0) return leading;
  return [...leading, ...chosenColumns(view, { ...choice, columns: named })];
}

/** The view's own columns; where `-c` has more to choose from, those that it names, in its order. */
function chosenColumns(view: ListView, choice: OutputOptions): readonly Column[] {
  const { choosable } = view;
  if (choice.columns.length === 0 && choice.style.early) return view.earlyColumns ?? view.columns;
  if (choosable === undefined || choice.columns.length === 0) {
    return chosen(view.columns, view.columns.map(titleOf), choice);
  }
  if (choosable.length === 0) return [];
  const found = choice.columns.flatMap((asked) => choosable.find(({ title }) => title === asked) ?? []);
  if (found.length > 0) return found;
  throw new Failure(`No recognized column names in ${pythonRepr(choice.columns)}. Recognized columns are [].`);
}

function chosen<Part>(parts: readonly Part[], titles: readonly string[], choice: OutputOptions): readonly Part[] {
  if (choice.columns.length === 0) return parts;
  const isLoose = choice.style.unknownColumns === 'passed over';
  if (!isLoose || !choice.columns.some((title) => titles.includes(title))) mustBeThere(choice.columns, titles);
  return parts.filter((_, index) => choice.columns.includes(titles[index] ?? ''));
}

/** cliff's sentence about `-c` (display.py); what `--sort-column` does not find it passes over. */
function mustBeThere(asked: readonly string[], titles: readonly string[]): void {
  const unknown = [...new Set(asked)].filter((title) => !titles.includes(title));
  if (unknown.length === 0) return;
  const meant = titles.filter((title) => unknown.some((one) => loosely(one) === loosely(title)));
  throw new Failure(
    `No recognized column names in ${pythonRepr(unknown)}. Recognized columns are ${tuple(titles)}.`,
    meant.length > 0 ? { hint: `Did you mean ${meant.map((title) => `'${title}'`).join(', ')}?` } : {},
  );
}

function loosely(title: string): string {
  return title.toLowerCase().replace(/[\s_-]/g, '');
}

function tuple(titles: readonly string[]): string {
  const inside = titles.map((title) => pythonRepr(title)).join(', ');
  return titles.length === 1 ? `(${inside},)` : `(${inside})`;
}
