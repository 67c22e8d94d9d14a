import type { Field } from '../core/view.js';
import { compareCodePoints } from '../lib/codepoints.js';
import { pythonText } from '../lib/python/repr.js';
import type { Listing, Row, Showing } from './renderer.js';
import { textOf } from './text.js';
import { fill, sliced } from './wrap.js';

/** A show view as the two columns of its classic table. */
export function showListing({ style, fields, wrap, titles }: Showing): Listing {
  const listing = (first: string, rows: readonly Row[]): Listing => ({
    style,
    titles: titles ?? [first, 'Value'],
    pages: onePage(rows),
  });
  if (style === 'cliff')
    return listing(
      'Field',
      fields.map((field) => [field.name, textOfField(field, 'cliff')]),
    );
  const inTable = fields.filter((field) => field.footnote === undefined);
  const byName = inTable.toSorted((a, b) => compareCodePoints(a.name, b.name));
  if (style === 'nova')
    return listing(
      'Property',
      byName.flatMap((field) => novaRows(field, wrap)),
    );
  return listing(
    'Property',
    byName.map((field) => [field.name, sliced(textOfField(field, 'keystone'), wrap)]),
  );
}

async function* onePage(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}

/** Text in every case: in a show table cliff aligns nothing to the right. */
function textOfField(field: Field, style: Showing['style']): string {
  return pythonText(field.text ?? textOf(style, 'show', field.value));
}

/**
 * novaclient's print_dict: wrapped text first, in which null is `None`; then, when the value has a carriage return or a
 * backslash followed by an n (a traceback within JSON), a row for each part, the first cell empty below.
 */
function novaRows(field: Field, wrap: number): readonly Row[] {
  let text = textOfField(field, 'nova');
  if (wrap > 0) text = fill(field.text === undefined && (field.value ?? null) === null ? 'None' : text, wrap);
  if (!text.includes('\\n') && !text.includes('\r')) return [[field.name, text]];
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
