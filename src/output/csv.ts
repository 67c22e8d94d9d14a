import { pythonText } from '../lib/python/repr.js';
import { writeRows } from './chunked-write.js';
import type { OutputOptions, Renderer, Row } from './renderer.js';
import { plainField } from './rows.js';
import { inTableOrder } from './table-order.js';

/**
 * cliff's CSV (formatters/commaseparated.py): Python's csv.writer with `\` as escape character and `\n` at the end of
 * lines. For machines: text is raw, unless a terminal would have to show it. A show view, which cliff does not offer
 * as CSV, has the columns Field and Value.
 */
export const csv: Renderer = {
  cells: 'plain',
  order: inTableOrder,

  async list(listing, choice, write) {
    const line = await lineWriter(choice);
    await writeRows(listing.pages, line, write, line(listing.titles));
  },

  async show(showing, choice, write) {
    const line = await lineWriter(choice);
    const rows = showing.fields.map((field) => line([field.name, plainField(field, showing.style)]));
    await write(line(['Field', 'Value']) + rows.join(''));
  },
};

async function lineWriter(choice: OutputOptions): Promise<(row: Row) => string> {
  const quote = choice.quote ?? 'nonnumeric';
  const end = choice.style.csvLineEnd ?? '\n';
  const visible = choice.tty ? (await import('../lib/escape.js')).visibleLine : undefined;

  const field = (cell: unknown): string => {
    if (typeof cell === 'string') {
      const text = visible === undefined ? cell : visible(cell);
      if (quote === 'none') return text.replace(/[,"\\\r\n]/g, '\\$&');
      const marked = /["\\]/.test(text) ? text.replace(/"/g, '""').replace(/\\/g, '\\\\') : text;
      // Python before 3.13 leaves a bare \r unquoted, which strict readers take for the end of the row.
      return quote !== 'minimal' || /[,"\r\n]/.test(text) ? `"${marked}"` : marked;
    }
    if (cell === null || cell === undefined) return quote === 'all' || quote === 'nonnumeric' ? '""' : '';
    const text = pythonText(cell);
    return quote === 'all' ? `"${text}"` : text;
  };

  return (row) => {
    // A table without columns has an empty line for a head.
    if (row.length === 0) return end;
    let out = field(row[0]);
    for (let index = 1; index < row.length; index++) out += `,${field(row[index])}`;
    // An empty line would be no row at all.
    return (out === '' ? '""' : out) + end;
  };
}
