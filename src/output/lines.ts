import type { Lines } from '../core/view.js';
import { visibleLine } from '../lib/escape.js';
import { pythonText } from '../lib/python/repr.js';
import { writeRows } from './chunked-write.js';
import type { Listing, Row, Showing, Write } from './renderer.js';
import { textOf } from './text.js';

/** `%14s: %s` for each field that is not null, without blanks at its end. */
export async function writeFields({ style, leading = [], ...showing }: Showing, write: Write): Promise<void> {
  const fields = [...leading, ...showing.fields];
  const names = fields.map(({ name }) => visibleLine(name));
  const width = Math.max(0, ...names.map((name) => [...name].length));
  const lines = fields.map(({ value, text }, at) => {
    if (value === null) return '';
    const name = names[at] ?? '';
    const shown = visibleLine(text ?? pythonText(textOf(style.show, value)));
    return `${' '.repeat(width - [...name].length)}${name}: ${shown}`.trimEnd().concat('\n');
  });
  await write(lines.join(''));
}

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
  const footer = typeof lines.footer === 'function' ? lines.footer() : lines.footer;
  if (footer !== undefined && (above !== undefined || head !== undefined)) await write(`${footer}\n`);
}
