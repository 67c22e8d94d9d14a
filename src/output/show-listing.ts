import type { TableStyle } from '../classic/client.js';
import type { Field } from '../core/view.js';
import { compareCodePoints } from '../lib/codepoints.js';
import { pythonText } from '../lib/python/repr.js';
import { strip } from '../lib/python/strip.js';
import { wrap as folded } from '../lib/python/textwrap.js';
import type { Listing, Row, Showing } from './renderer.js';
import { textOf } from './text.js';

/** A show view as the two columns of its classic table. */
export function showListing({ style, fields, leading = [], wrap, titles }: Showing): Listing {
  const inTable = fields.filter((field) => field.footnote === undefined);
  const ordered = style.show.sorted ? inTable.toSorted((a, b) => compareCodePoints(a.name, b.name)) : inTable;
  const pages = onePage([...leading, ...ordered].flatMap((field) => rowsOf(field, style, wrap)));
  const isByColumns = wrap > 0 && style.show.wrap === 'columns';
  return { style, titles, pages, leastWidth: 16, ...(isByColumns && { maxWidths: titles.map(() => wrap) }) };
}

async function* onePage(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}

/**
 * The rows of one field: its value folded as `--wrap` asks; then, where the style says so and the value has a carriage
 * return or a backslash followed by an n, a row for each part, the first cell empty below.
 */
function rowsOf(field: Field, { show }: TableStyle, wrap: number): readonly Row[] {
  // Text in every case: in a show table nothing is aligned to the right.
  const whole = pythonText(field.text ?? textOf(show, field.value));
  const isNull = field.text === undefined && (field.value ?? null) === null;
  const text = wrap > 0 ? wrapped(whole, wrap, show.wrap, isNull) : whole;
  if (!show.splitsEscapedNewlines || !(text.includes('\\n') || text.includes('\r'))) return [[field.name, text]];
  const lines = strip(text.replaceAll('\r', '')).split('\\n');
  return lines.map((line, index) => [index === 0 ? field.name : '', line]);
}

/** Text folded at so many columns, as a client does it. */
function wrapped(text: string, width: number, how: TableStyle['show']['wrap'], isNull: boolean): string {
  if (how === 'columns') return text;
  return how === 'characters' ? cutAfter(width, text) : folded(isNull ? 'None' : text, width).join('\n');
}

/** Text cut after every so many characters. */
function cutAfter(width: number, text: string): string {
  const points = Array.from(text);
  const parts: string[] = [];
  for (let at = 0; at < points.length; at += width) parts.push(points.slice(at, at + width).join(''));
  return parts.join('\n');
}
