import { type AnyNumber, compareNumbers } from '../core/exact-number.js';
import type { Column, ListView } from '../core/view.js';
import { compareCodePoints } from '../lib/codepoints.js';
import { pythonText } from '../lib/python/repr.js';
import type { Row } from './renderer.js';
import type { CellReader } from './rows.js';

/**
 * The rows of each page in the order of the classic table (PrettyTable's): by the cell that sorts it, which may be that of
 * a column that is not shown, then by the whole row; numbers come before words.
 *
 * @param readers the cells of a row
 * @param textOf reads what a column has in the table
 * @param shown the columns of a row
 * @param by the column that sorts
 */
export async function* inTableOrder(
  { pages }: Pick<ListView, 'pages'>,
  readers: readonly CellReader[],
  textOf: (column: Column) => CellReader,
  shown: readonly Column[],
  by: Column,
): AsyncGenerator<readonly Row[]> {
  const keyOf = textOf(by.sort === undefined ? by : { ...by, text: by.sort });
  const texts = shown.map(textOf);
  for await (const page of pages) yield ordered(page, keyOf, texts).map((item) => readers.map((read) => read(item)));
}

/** @param row read only of items that their keys cannot tell apart */
function ordered(items: readonly unknown[], keyOf: CellReader, row: readonly CellReader[]): readonly unknown[] {
  const keys = items.map((item) => keyOf(item) as string | AnyNumber);
  const order = (a: number, b: number): number =>
    compareKeys(keys[a] ?? '', keys[b] ?? '') || compareRows(items[a], items[b], row);
  // Many servers give them in this order.
  let isSorted = true;
  for (let at = 1; at < items.length && isSorted; at++) isSorted = order(at - 1, at) <= 0;
  if (isSorted) return items;
  const places = items.map((_, at) => at);
  return places.sort(order).map((at) => items[at]);
}

function compareKeys(a: string | AnyNumber, b: string | AnyNumber): number {
  if (typeof a === 'string' && typeof b === 'string') return compareCodePoints(a, b);
  if (typeof a !== 'string' && typeof b !== 'string') return compareNumbers(a, b);
  return typeof a === 'string' ? 1 : -1;
}

function compareRows(a: unknown, b: unknown, row: readonly CellReader[]): number {
  for (const read of row) {
    const order = compareCodePoints(pythonText(read(a)), pythonText(read(b)));
    if (order !== 0) return order;
  }
  return 0;
}
