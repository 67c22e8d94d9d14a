import { isNumber } from '../core/exact-number.js';
import { visibleLines } from '../lib/escape.js';
import { pythonText } from '../lib/python/repr.js';
import { writeRows } from './chunked-write.js';
import { readableFields, withNumbers } from './readable-fields.js';
import type { Listing, OutputOptions, Renderer, Row, Source, Write } from './renderer.js';
import { inTableOrder } from './table-order.js';

/**
 * A page of HTML with a table, whole in itself and without scripts, for a browser, a mail or a web server's directory.
 * Cells are what people read in the classic table; nothing in them is markup.
 */
export const html: Renderer = {
  cells: 'text',
  order: inTableOrder,
  styled: withNumbers,
  list: (listing, options, write) => writeTable(listing, options, write),
  show: (showing, options, write) => writeTable(readableFields(showing), options, write),
};

/** What stands above all tables of a page. */
export const pageHead = (source: Source | undefined): string => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${htmlText(source?.line ?? '')}</title>
<style>
table { border-collapse: collapse; }
th, td { border: 1px solid #999; padding: 0.2em 0.6em; text-align: left; vertical-align: top; white-space: pre-wrap; }
.number { text-align: right; }
</style>
</head>
<body>
`;

/** What stands below them. */
export const PAGE_END = '</body>\n</html>\n';

/** A heading above the table that follows it. */
export const htmlHeading = (title: string): string => `<h2>${htmlText(title)}</h2>\n`;

/** @param options.isPart the page is somebody else's affair */
async function writeTable(listing: Listing, { source, isPart }: OutputOptions, write: Write): Promise<void> {
  const { titles, pages, header, footer } = listing;
  let start = isPart ? '' : pageHead(await source?.());
  if (header !== undefined) start += paragraph(header);
  const heads = titles.map((title) => `<th scope="col">${htmlText(title)}</th>`);
  start += `<table>\n<thead>\n<tr>${heads.join('')}</tr>\n</thead>\n<tbody>\n`;
  const row = (cells: Row): string => `<tr>${titles.map((_, at) => cell(cells[at])).join('')}</tr>\n`;
  await writeRows(pages, row, write, start);
  const below = footer?.();
  const end = `</tbody>\n</table>\n${below === undefined ? '' : paragraph(below)}`;
  await write(isPart ? end : end + PAGE_END);
}

/** Right-to-left names are laid out by themselves. */
const cell = (value: unknown): string =>
  isNumber(value)
    ? `<td class="number">${pythonText(value)}</td>`
    : `<td dir="auto">${htmlText(pythonText(value))}</td>`;

const paragraph = (text: string): string => `<p>${htmlText(text)}</p>\n`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '<br>',
};

/** Text of HTML: hidden characters are shown, line breaks are elements. */
const htmlText = (text: string): string =>
  visibleLines(text.replaceAll('\r\n', '\n')).replace(/[&<>"'\n]/g, (char) => ENTITIES[char] ?? char);
