import { visibleLine } from '../lib/escape.js';
import type { Lines } from '../lib/view.js';
import { writeRows } from './pieces.js';
import type { Listing, Row, Write } from './renderer.js';

/** The lines of the *-manage programs: for `grep` and `awk`, so hidden characters are shown and a row stays a line. */
export async function writeLines(listing: Listing, lines: Lines, write: Write): Promise<void> {
  let empty = true;
  const line = (row: Row): string => {
    empty = false;
    return `${lines.line(row.map((cell) => visibleLine(String(cell ?? ''))))}\n`;
  };
  await writeRows(listing.pages, line, write, lines.head === undefined ? '' : `${lines.head}\n`);
  if (empty && lines.empty !== undefined) await write(`${lines.empty}\n`);
}
