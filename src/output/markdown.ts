import { isNumber } from '../core/exact-number.js';
import { visibleLines } from '../lib/escape.js';
import { pythonText } from '../lib/python/repr.js';
import { writeRows } from './chunked-write.js';
import { readableFields, withNumbers } from './readable-fields.js';
import type { Listing, Renderer, Row, Write } from './renderer.js';
import { inTableOrder } from './table-order.js';

/**
 * A table of GitHub Flavored Markdown (GFM, section 4.10), for tickets and wikis. Cells are what people read in the
 * classic table; whatever Markdown would take for markup is escaped, and a line break in a cell is `<br>`.
 */
export const markdown: Renderer = {
  cells: 'text',
  order: inTableOrder,
  styled: withNumbers,
  list: writeTable,
  show: (showing, options, write) => writeTable(readableFields(showing), options, write),
};

async function writeTable({ titles, pages, header, footer }: Listing, _options: unknown, write: Write): Promise<void> {
  const above = header === undefined ? '' : `${paragraph(header)}\n`;
  const line = (cells: Row): string =>
    `|${titles.map((_, at) => ` ${markdownCell(pythonText(cells[at]))} |`).join('')}\n`;
  // Columns whose first row has a number there are aligned to the right, as cliff does it in its tables.
  const head = (first: Row): string =>
    `${above}${line(titles)}|${titles.map((_, at) => (isNumber(first[at]) ? ' --: |' : ' --- |')).join('')}\n`;
  let isEmpty = true;
  const row = (cells: Row): string => {
    const start = isEmpty ? head(cells) : '';
    isEmpty = false;
    return start + line(cells);
  };
  await writeRows(pages, row, write);
  if (isEmpty) await write(head([]));
  const below = footer?.();
  if (below !== undefined) await write(`\n${paragraph(below)}`);
}

/** A heading above the table that follows it. */
export const markdownHeading = (title: string): string => `## ${markdownText(title.replaceAll('\n', ' '))}\n\n`;

const paragraph = (text: string): string => `${text.split('\n').map(lineText).join('  \n')}\n`;

/** A line of a paragraph: `1.` would begin a list, `1\\.` does not. */
const lineText = (line: string): string =>
  markdownText(line).replace(LINE_START, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`);

/** A cell's text; blanks at its ends, and at the start of its lines, would be lost but for their number or name. */
function markdownCell(text: string): string {
  const shown = text === '' ? '' : markdownText(text.replaceAll('\r\n', '\n'));
  const lines = shown.replace(/\n( *)/g, (_, blanks) => `<br>${'&nbsp;'.repeat(blanks.length)}`);
  return lines.replace(/^ | $/g, '&#32;');
}

/** Text that Markdown reads as itself: hidden characters are shown, markup is escaped, and no address but of mail becomes a link. */
const markdownText = (text: string): string => visibleLines(text).replace(MARKUP, '\\$&');

/** An underscore within a word marks nothing up, nor does an ampersand that begins no entity. */
const MARKUP = /[\\`*[<|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)|:(?=\/\/)|(?<=\b[wW]{3})\./gu;

/** What begins a heading, a quotation or a list where it begins a line. */
const LINE_START = /^(?:[#>+=-]|\d+[.)])/u;
