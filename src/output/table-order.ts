import type { AnyNumber } from '../core/exact-number.js';
import type { Column, ListView } from '../core/view.js';
import { compareCodePoints } from '../lib/codepoints.js';
import { pythonText } from '../lib/python/repr.js';
import type { CellReader, Listing, Row } from './renderer.js';
import { compareKeys } from './table-layout.js';
import { textOf as textIn } from './text.js';

/** Lists that are longer are not waited for: so many rows are put in order among themselves, and written, and so on. */
const MOST = 2000;

/**
 * The rows of a list in the order of the classic table (PrettyTable's): by the cell that sorts it, which may be that of a
 * column that is not shown, then by the whole row; numbers come before words.
 *
 * @param readers the cells of a row
 * @param textOf reads a cell as the table has it
 * @param by the column that sorts
 */
export async function* inTableOrder(
  { pages }: Pick<ListView, 'pages'>,
  readers: readonly CellReader[],
  textOf: (column: Column) => CellReader,
  by: Column,
  style: Listing['style'],
): AsyncGenerator<readonly Row[]> {
  const keyOf = textOf(by.sort === undefined ? by : { ...by, text: by.sort });
  let rows: Row[] = [];
  let keys: (string | AnyNumber)[] = [];
  for await (const page of pages) {
    for (const item of page) {
      rows.push(readers.map((read) => read(item)));
      keys.push(keyOf(item) as string | AnyNumber);
    }
    if (rows.length < MOST) continue;
    yield ordered(rows, keys, style);
    rows = [];
    keys = [];
  }
  if (rows.length > 0) yield ordered(rows, keys, style);
}

function ordered(rows: readonly Row[], keys: readonly (string | AnyNumber)[], style: Listing['style']): readonly Row[] {
  const order = (a: number, b: number): number =>
    compareKeys(keys[a] ?? '', keys[b] ?? '') || compareRows(rows[a] ?? [], rows[b] ?? [], style);
  // Many servers give them in this order.
  let isSorted = true;
  for (let at = 1; at < rows.length && isSorted; at++) isSorted = order(at - 1, at) <= 0;
  if (isSorted) return rows;
  const places = rows.map((_, at) => at);
  return places.sort(order).map((at) => rows[at] ?? []);
}

function compareRows(a: Row, b: Row, { list }: Listing['style']): number {
  for (let at = 0; at < a.length; at++) {
    const order = compareCodePoints(pythonText(textIn(list, a[at])), pythonText(textIn(list, b[at])));
    if (order !== 0) return order;
  }
  return 0;
}
