import type { TableStyle } from '../classic/client.js';
import { visibleLine, visibleLines } from '../lib/escape.js';
import { wrap } from '../lib/python/textwrap.js';
import { type Align, aligned } from './align.js';
import { columnsOf } from './wide.js';

/**
 * A cell's text as a table can hold it: carriage returns as the client treats them, escapes for all other hidden
 * characters. Newlines stay: the table makes several lines of them.
 */
export function readable(text: string, where: TableStyle['carriageReturn'] | 'title'): string {
  if (where === 'title') return visibleLine(text);
  if (where === 'dropped') return visibleLines(text.replaceAll('\r', ''));
  if (where === 'blank') return visibleLines(text.replaceAll('\r', ' '));
  if (where === 'newline') return visibleLines(text.replaceAll('\r\n', '\n').replaceAll('\r', ' '));
  return visibleLines(text);
}

/** The width of the widest line. */
export function blockWidth(text: string): number {
  let width = 0;
  for (const line of text.split('\n')) width = Math.max(width, columnsOf(line));
  return width;
}

/** Each line that is wider is folded between words. */
export function foldedLines(text: string, width: number): string {
  const lines = text.split('\n');
  return lines.flatMap((line) => (columnsOf(line) > width ? wrap(line, width) : [line])).join('\n');
}

/** A row with wide characters or cells of several lines; shorter cells are blank below. */
export function oddRow(
  cells: readonly string[],
  widths: readonly number[],
  aligns: readonly Align[],
  paint: (column: number, text: string) => string,
): string {
  const blocks = cells.map((cell) => cell.split('\n'));
  const height = Math.max(...blocks.map((lines) => lines.length));
  let out = '';
  for (let y = 0; y < height; y++) {
    out += '|';
    for (const [column, lines] of blocks.entries()) {
      const text = lines[y] ?? '';
      const shown = paint(column, text);
      out += ` ${aligned(shown, columnsOf(text), widths[column] ?? 0, aligns[column] ?? 'left')} |`;
    }
    out += '\n';
  }
  return out;
}
