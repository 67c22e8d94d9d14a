import { compareNumbers, isNumber } from '../core/exact-number.js';
import { compareCodePoints } from '../lib/codepoints.js';
import type { Row } from './renderer.js';

/**
 * Rows sorted as cliff sorts them (lister.py, produce_output): by each column from the last to the first, stable, null
 * behind everything (in front of it when descending), Python's order for the rest. A column that mixes numbers and
 * words is skipped with a warning; nested values that have no text are such a column too.
 */
export class SortedRows {
  readonly #titles: readonly string[];
  readonly #rows: Row[] = [];
  readonly #keys: (readonly unknown[])[] = [];

  constructor(titles: readonly string[]) {
    this.#titles = titles;
  }

  add(row: Row, keys: readonly unknown[]): void {
    this.#rows.push(row);
    this.#keys.push(keys);
  }

  inOrder(descending: boolean, warn?: (message: string) => void): readonly Row[] {
    const order = this.#rows.map((_, index) => index);
    for (let by = this.#titles.length - 1; by >= 0; by--) {
      const keys = this.#keys.map((row) => row[by] ?? null);
      if (sortable(keys)) {
        order.sort((a, b) => (descending ? compare(keys[b], keys[a]) : compare(keys[a], keys[b])));
      } else {
        warn?.(`Could not sort on field '${this.#titles[by]}'; unsortable types`);
      }
    }
    return order.flatMap((index) => {
      const row = this.#rows[index];
      return row === undefined ? [] : [row];
    });
  }
}

function sortable(keys: readonly unknown[]): boolean {
  const kinds = new Set<string>();
  for (const key of keys) {
    if (key !== null) kinds.add(typeof key === 'boolean' || isNumber(key) ? 'number' : typeof key);
  }
  return kinds.size <= 1 && !kinds.has('object');
}

function compare(a: unknown, b: unknown): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'string' && typeof b === 'string') return compareCodePoints(a, b);
  return isNumber(a) && isNumber(b) ? compareNumbers(a, b) : Number(a) - Number(b);
}
