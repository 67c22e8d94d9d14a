import { UsageError } from '../../core/errors.js';
import type { CommandView, ListView, ShowView } from '../../core/view.js';
import { itemsOf } from '../../lib/items-of.js';
import { pythonText } from '../../lib/python/repr.js';
import type { OutputOptions } from '../renderer.js';
import { listing, showing } from '../rows.js';
import { textOf } from '../text.js';

/** How changes are written in a format: lines for people or objects; undefined where it has no way to. */
export const changesIn = ({ format }: OutputOptions): 'lines' | 'objects' | undefined =>
  format === 'table' ? 'lines' : format === 'ndjson' ? 'objects' : undefined;

/** What was seen of a list or of one thing: a view of the same that can be shown, and its cells by what they are of. */
export interface Observed {
  readonly view: ListView | ShowView;
  /** Rows by their ids: what a row is called, and its cells by their columns. */
  readonly rows: ReadonlyMap<string, ObservedRow>;
}

interface ObservedRow {
  readonly name: string;
  readonly cells: ReadonlyMap<string, string>;
}

/** What is new in one cell, or in a whole row that came or went. */
export interface Change {
  readonly id: string;
  readonly name: string;
  /** Left out for a whole row. */
  readonly column?: string;
  /** Left out where the row is new. */
  readonly from?: string;
  /** Left out where the row is gone; of a new row its state, if it has one. */
  readonly to?: string;
  /** It is the state of the thing. */
  readonly isMain: boolean;
}

const ID = /^(?:id|uuid)$/i;
const NAME = /^(?:display[ _]name|name|host)$/i;
const MAIN = /^(?:status|state|alive)$/i;

/**
 * Reads a view to its end.
 *
 * @throws UsageError for what is neither a list nor one thing
 */
export async function observe(view: CommandView, options: OutputOptions): Promise<Observed> {
  if (view.kind === 'list') return observeList(view, options);
  if (view.kind === 'show' && view.after === undefined) return observeShow(view, options);
  throw new UsageError('argument --watch: only for commands that show a list or one thing');
}

async function observeList(view: ListView, options: OutputOptions): Promise<Observed> {
  const items = await itemsOf(view.pages);
  const whole: ListView = { ...view, pages: once(items) };
  const { titles, pages } = listing({ ...whole, pages: once(items) }, options, { cells: 'text' });
  const rows = new Map<string, ObservedRow>();
  const [id, name] = [ID, NAME].map((pattern) =>
    Math.max(
      0,
      titles.findIndex((title) => pattern.test(title)),
    ),
  );
  for await (const page of pages) {
    for (const row of page) {
      const cells = new Map(titles.map((title, at) => [title, pythonText(row[at])]));
      const key = pythonText(row[id ?? 0]);
      // Where nothing tells rows apart, their order does.
      const unique = rows.has(key) ? `${key} (${rows.size})` : key;
      rows.set(unique, { name: pythonText(row[name ?? 0]) || key, cells });
    }
  }
  return { view: whole, rows };
}

async function observeShow(view: ShowView, options: OutputOptions): Promise<Observed> {
  const { fields, style } = showing(view, options);
  const text = (wanted: RegExp): string | undefined => {
    const field = fields.find((one) => wanted.test(one.name));
    return field && pythonText(field.text ?? textOf(style.show, field.value));
  };
  const cells = new Map(fields.map((field) => [field.name, pythonText(field.text ?? textOf(style.show, field.value))]));
  const id = text(ID) ?? '';
  return { view, rows: new Map([[id, { name: text(NAME) ?? id, cells }]]) };
}

/** Pages that may be read again. */
const once = (items: readonly unknown[]): AsyncIterable<readonly unknown[]> => ({
  [Symbol.asyncIterator]: async function* () {
    yield items;
  },
});

/** What was seen now, with the rows of before that are not in it: nobody could say whether they are gone. */
export const withRowsOf = (before: Observed, now: Observed): Observed => ({
  ...now,
  rows: new Map([...now.rows, ...[...before.rows].filter(([id]) => !now.rows.has(id))]),
});

/** What is new since the last look, in the order of the rows; what is gone comes last. */
export function changesBetween(before: Observed, now: Observed): readonly Change[] {
  const changes: Change[] = [];
  for (const [id, { name, cells }] of now.rows) {
    const old = before.rows.get(id);
    if (old === undefined) {
      const state = [...cells].find(([column]) => MAIN.test(column))?.[1];
      changes.push({ id, name, isMain: true, ...(state === undefined ? {} : { to: state }) });
      continue;
    }
    for (const [column, to] of cells) {
      const from = old.cells.get(column) ?? '';
      if (from !== to) changes.push({ id, name, column, from, to, isMain: MAIN.test(column) });
    }
  }
  for (const [id, { name, cells }] of before.rows) {
    if (now.rows.has(id)) continue;
    changes.push({ id, name, from: [...cells].find(([column]) => MAIN.test(column))?.[1] ?? '', isMain: true });
  }
  return changes;
}
