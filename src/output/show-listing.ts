import type { TableStyle } from '../classic/client.js';
import type { Field } from '../core/view.js';
import { compareCodePoints } from '../lib/codepoints.js';
import { pythonText } from '../lib/python/repr.js';
import type { Listing, Row, Showing } from './renderer.js';
import { textOf } from './text.js';
import { fill, sliced } from './wrap.js';

/** A show view as the two columns of its classic table. */
export function showListing({ style, fields, wrap, titles }: Showing): Listing {
  const inTable = fields.filter((field) => field.footnote === undefined);
  const ordered = style.show.sorted ? inTable.toSorted((a, b) => compareCodePoints(a.name, b.name)) : inTable;
  return { style, titles, pages: onePage(ordered.flatMap((field) => rowsOf(field, style, wrap))) };
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
  let text = pythonText(field.text ?? textOf(show, field.value));
  if (show.wrap === 'characters') text = sliced(text, wrap);
  else if (wrap > 0) text = fill(field.text === undefined && (field.value ?? null) === null ? 'None' : text, wrap);
  if (!show.splitsEscapedNewlines || !(text.includes('\\n') || text.includes('\r'))) return [[field.name, text]];
  const lines = stripped(text.replaceAll('\r', '')).split('\\n');
  return lines.map((line, index) => [index === 0 ? field.name : '', line]);
}

/** What Python's str.strip() takes for blanks. */
const BLANK = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

function stripped(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && BLANK.test(text.charAt(start))) start++;
  while (end > start && BLANK.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
