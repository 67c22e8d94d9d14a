import { isNested } from '../core/exact-number.js';
import type { Field } from '../core/view.js';
import { compareCodePoints } from '../lib/codepoints.js';
import { pythonText } from '../lib/python/repr.js';
import type { Listing, Showing } from './renderer.js';
import { nestedLines } from './terminal/nested.js';
import { textOf } from './text.js';

/** A show view as the rows of a table for people: what is nested in a value has lines of its own. */
export function readableFields({ style, fields, titles }: Showing): Listing {
  const ordered = style.show.sorted ? fields.toSorted((a, b) => compareCodePoints(a.name, b.name)) : fields;
  const rows = ordered.map((field) => [field.name, readableValue(field, style)]);
  const pages = (async function* () {
    yield rows;
  })();
  return { style, titles, pages };
}

/** A field's text for people. */
export function readableValue({ value, text }: Field, { show }: Showing['style']): string {
  if (isNested(value) && (text === undefined || /^[[{]/.test(text))) return nestedLines(value);
  const shown = pythonText(text ?? textOf(show, value));
  return show.splitsEscapedNewlines ? shown.replaceAll('\\n', '\n') : shown;
}

/** Where no table is drawn in characters, a number stays one whatever the client's tables do with it. */
export const withNumbers = (style: Showing['style']): Showing['style'] => ({
  ...style,
  list: { ...style.list, numbersAreText: false },
});
