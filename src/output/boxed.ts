import Table from 'cli-table3';
import { visibleLine } from '../lib/escape.js';

/**
 * A small box for a terminal, such as the summary of `--timings`: numbers to the right, text to the left. For fewer
 * than 200 rows; longer lists are tables of their own.
 */
export function boxed(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const numeric = head.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'));
  const box = new Table({
    head: head.map(visibleLine),
    colAligns: numeric.map((right) => (right ? 'right' : 'left')),
    style: { head: [], border: [] },
  });
  for (const row of rows) box.push(row.map((cell) => visibleLine(String(cell))));
  return `${box.toString()}\n`;
}
