import { pythonText } from '../lib/python/repr.js';
import { writeRows } from './chunked-write.js';
import type { Renderer, Row } from './renderer.js';
import { plainField } from './rows.js';
import { inTableOrder } from './table-order.js';

/**
 * cliff's bare values (formatters/value.py): Python's str() of each cell, blanks between them, one row a line; of a
 * show view one value a line. Text is raw, unless a terminal would have to show it.
 */
export const value: Renderer = {
  cells: 'plain',
  order: inTableOrder,

  async list(listing, choice, write) {
    const visible = choice.tty ? (await import('../lib/escape.js')).visibleLine : undefined;
    const line = (row: Row): string => {
      let out = pythonText(row[0]);
      for (let index = 1; index < row.length; index++) out += ` ${pythonText(row[index])}`;
      return visible === undefined ? `${out}\n` : `${visible(out)}\n`;
    };
    await writeRows(listing.pages, line, write);
  },

  async show(showing, choice, write) {
    const visible = choice.tty ? (await import('../lib/escape.js')).visibleLines : undefined;
    const lines = showing.fields.map((field) => `${pythonText(plainField(field, showing.style))}\n`).join('');
    await write(visible === undefined ? lines : visible(lines));
  },
};
