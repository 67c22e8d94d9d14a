import type { Lines } from '../core/view.js';
import { visibleLine } from '../lib/escape.js';
import { writeRows } from './chunked-write.js';
import type { Listing, Row, Write } from './renderer.js';

/** The lines of the *-manage programs: for `grep` and `awk`, so hidden characters are shown and a row stays a line. */
export async function writeLines(listing: Listing, lines: Lines, write: Write): Promise<void> {
  let above: readonly string[] | undefined;
  const line = (row: Row): string => {
    const cells = row.map((cell) => visibleLine(String(cell ?? '')));
    const text = `${lines.line(cells, above)}\n`;
    above = cells;
    return text;
  };
  const head = lines.head === true ? lines.line(listing.titles) : lines.head;
  await writeRows(listing.pages, line, write, head === undefined ? '' : `${head}\n`);
  if (above === undefined && lines.empty !== undefined) await write(`${lines.empty}\n`);
  if (lines.footer !== undefined && (above !== undefined || head !== undefined)) await write(`${lines.footer}\n`);
}
