import type { Column } from '../core/view.js';
import { type Found, loosely } from './fields.js';
import type { NameBook } from './name-book.js';

/** What `-c` and `-C` say. */
export interface ColumnRequest {
  /** Columns in the place of the usual ones; empty: the usual ones. */
  readonly instead: readonly string[];
  /** Columns beside those. */
  readonly added: readonly string[];
  /** Every word is one column, in cliff's way: what is chosen stays in the list's own order. */
  readonly isClassic: boolean;
}

/**
 * `-c X,Y` and `-c X -c Y` choose columns, `-c +X` and `-C X` add some. A word with a comma that is itself the title of a
 * column is that column.
 */
export function columnRequest(
  column: readonly string[],
  addColumn: readonly string[],
  titles: readonly string[],
): ColumnRequest {
  const instead: string[] = [];
  const added: string[] = [];
  let isClassic = addColumn.length === 0;
  for (const word of column) {
    if (titles.includes(word)) {
      instead.push(word);
      continue;
    }
    const isAdding = word.startsWith('+');
    const words = wordsOf(word);
    if (isAdding || word.includes(',')) isClassic = false;
    (isAdding ? added : instead).push(...words);
  }
  for (const word of addColumn) added.push(...(titles.includes(word) ? [word] : wordsOf(word)));
  return { instead, added, isClassic };
}

const wordsOf = (word: string): readonly string[] =>
  word
    .split(',')
    .map((one) => one.trim().replace(/^\+/, ''))
    .filter((one) => one !== '');

/**
 * Columns beside others: one that is there already is not there twice. Names of what ids belong to are another thing than
 * the ids, if only the title is not quite the same.
 */
export function beside<One>(
  base: readonly One[],
  added: readonly { readonly part: One; readonly title: string; readonly hasNames: boolean }[],
  titleOf: (one: One) => string,
): readonly One[] {
  const same = (a: string, b: string, isExact: boolean): boolean => (isExact ? a === b : loosely(a) === loosely(b));
  const more = added.filter(({ title, hasNames }) => base.every((one) => !same(titleOf(one), title, hasNames)));
  return [...base, ...more.map(({ part }) => part)];
}

/** A field as a column: its value, or the names of what its ids belong to. */
export function columnOf({ title, read, text, kind }: Found, book: NameBook): Column {
  if (kind === undefined) return { title, value: read, ...(text === undefined ? {} : { text }) };
  const names = (item: unknown): readonly string[] => book.display(kind, read(item));
  return {
    title,
    value: (item) => {
      const value = read(item);
      if (Array.isArray(value)) return names(item);
      return names(item)[0] ?? (typeof value === 'string' ? value : null);
    },
    ...(['subnet', 'security group', 'server'].includes(kind) ? { text: (item) => names(item).join(', ') } : {}),
  };
}
