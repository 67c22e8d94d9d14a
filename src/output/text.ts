import type { CellTexts } from '../classic/client.js';
import { type AnyNumber, isNested, isNumber } from '../core/exact-number.js';
import { jsonText } from '../lib/python/json-text.js';
import { pythonRepr, pythonText } from '../lib/python/repr.js';

/** What a person reads in a cell without a text of its own; numbers stay numbers where a table aligns by them. */
export function textOf(texts: CellTexts, value: unknown): string | AnyNumber {
  if (typeof value === 'string') return value;
  if (value === null) return texts.null;
  if (value === undefined) return texts.absent ?? texts.null;
  if (texts.falsy !== undefined && isFalsy(value)) return texts.falsy;
  if (isNumber(value)) return texts.numbersAreText ? pythonRepr(value) : value;
  return isNested(value) ? nestedText(texts, value) : pythonRepr(value);
}

/** Lists and objects as text. */
export function nestedText({ nested }: CellTexts, value: object): string {
  if (nested === 'json') return jsonText(value, { ascii: false });
  if (nested === 'lines' && Array.isArray(value)) return value.map((item) => lineOf(item)).join('\n');
  if (nested === 'lines') return jsonText(value, { ascii: true });
  return pythonRepr(value, nested === 'python2' ? 2 : 3);
}

const lineOf = (item: unknown): string =>
  isNested(item) && !Array.isArray(item) ? jsonText(item, { ascii: true }) : pythonText(item);

/** What Python takes for false. */
function isFalsy(value: unknown): boolean {
  if (isNested(value)) return Object.keys(value).length === 0;
  return value === false || (isNumber(value) && Number(value) === 0);
}
