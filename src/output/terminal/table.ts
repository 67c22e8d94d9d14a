import type { Field } from '../../core/view.js';
import { compareCodePoints } from '../../lib/codepoints.js';
import { pythonText } from '../../lib/python/repr.js';
import { readable } from '../multiline-cells.js';
import { readableValue } from '../readable-fields.js';
import type { Listing, OutputOptions, Renderer, Row, Showing } from '../renderer.js';
import { compareKeys } from '../table-layout.js';
import { FittedTable } from './fitted-table.js';

/**
 * A table for a person at a terminal: it is as wide as that at most. What it says of an answer is what the classic table
 * says; only columns that there is no room for are left out, which is said below it.
 */
export const terminalTable: Renderer = {
  cells: 'text',

  /** Of several pages each is shown as it comes, in the widths of the first one, and sorted by itself. */
  async list(listing, choice, write) {
    const { titles, pages, lines, header, empty, footer, style } = listing;
    if (lines !== undefined) return (await import('./lines.js')).writeMarkedLines(listing, lines, choice, write);
    const table = new FittedTable(titles, await looksOf(choice), choice.columns.length === 0);
    const cell = (value: unknown): string => readable(pythonText(value), style.carriageReturn);
    for await (const page of pages) {
      if (page.length === 0) continue;
      const text = table.take(ordered(page, listing).map((row) => titles.map((_, at) => cell(row[at]))));
      await write(text.isFirst && header !== undefined ? `${header}\n${text.lines}` : text.lines);
    }
    if (!table.isBegun) {
      const instead = choice.printEmpty ? undefined : (empty ?? (style.list.empty === 'head' ? undefined : ''));
      if (header !== undefined) await write(`${header}\n`);
      if (instead !== undefined) return write(`${instead}\n`);
      await write(table.take([]).lines);
    }
    await write(table.end());
    const below = footer?.();
    if (below !== undefined) await write(`${below}\n`);
  },

  async show(showing, choice, write) {
    const { style, titles, fields } = showing;
    if (style.show.asLines) return (await import('../lines.js')).writeFields(showing, write);
    const table = new FittedTable(titles, await looksOf(choice), false, { isNamed: true });
    const rows = inOrder(showing).map((field) => [
      readable(field.name, 'title'),
      readable(readableValue(field, style), style.carriageReturn),
    ]);
    await write(table.take(rows).lines + table.end());
    for (const { footnote, value, text } of fields) {
      if (footnote !== undefined) await write(`${readable(`${footnote}: ${text ?? value}`, 'escaped')}\n`);
    }
  },
};

/** The terminal, and its colours where they are wanted. */
async function looksOf({ screen, color }: OutputOptions) {
  const colors = color === true ? await import('../color.js') : undefined;
  return { screen: screen ?? { isUnicode: false, isWide: false, hasHints: false }, ...(colors && { colors }) };
}

/** A page as the client sorts it: by the cell that the listing says, then by the whole row. */
function ordered(page: readonly Row[], { sortBy, titles }: Listing): readonly Row[] {
  if (sortBy === undefined) return page;
  const key = (row: Row) => {
    const value = row[sortBy];
    return typeof value === 'number' || typeof value === 'bigint' ? value : String(value);
  };
  return page.toSorted((a, b) => {
    const order = compareKeys(key(a), key(b));
    if (order !== 0) return order;
    for (const at of titles.keys()) {
      const next = compareCodePoints(String(a[at]), String(b[at]));
      if (next !== 0) return next;
    }
    return 0;
  });
}

function inOrder({ style, fields, leading = [] }: Showing): readonly Field[] {
  const inTable = fields.filter(({ footnote }) => footnote === undefined);
  const ordered = style.show.sorted ? inTable.toSorted((a, b) => compareCodePoints(a.name, b.name)) : inTable;
  return [...leading, ...ordered];
}
