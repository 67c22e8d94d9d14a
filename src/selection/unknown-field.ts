import { Failure } from '../core/errors.js';
import { pythonRepr } from '../lib/python/repr.js';
import { type Fields, suggestion } from './fields.js';

/** What is said of columns that are not there: cliff's sentence (display.py), and what was probably meant. */
export function unknownColumns(unknown: readonly string[], titles: readonly string[], fields: Fields): Failure {
  const inside = titles.map((title) => pythonRepr(title)).join(', ');
  const recognized = titles.length === 1 ? `(${inside},)` : `(${inside})`;
  const meant = unknown.flatMap((one) => suggestion(one, fields) ?? []);
  const others = [...fields.keys].filter((key) => !titles.includes(key));
  const hints = [
    ...(meant.length === 0 ? [] : [`Did you mean ${meant.map((one) => `'${one}'`).join(', ')}?`]),
    ...(others.length === 0 ? [] : [`There are these fields, too: ${others.join(', ')}.`]),
  ];
  return new Failure(
    `No recognized column names in ${pythonRepr([...new Set(unknown)])}. Recognized columns are ${recognized}.`,
    hints.length === 0 ? {} : { hint: hints.join('\n') },
  );
}
