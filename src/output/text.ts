import type { CellTexts } from '../classic/client.js';
import { type AnyNumber, isNested, isNumber } from '../core/exact-number.js';
import { type JsonShape, jsonText } from '../lib/python/json-text.js';
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
export function nestedText({ nested, order }: CellTexts, value: object): string {
  if (nested === 'json') return jsonText(value, { ascii: false });
  if (nested === 'lines') {
    const shape = { ascii: true, ...(order && { order }) };
    return Array.isArray(value) ? value.map((item) => lineOf(item, shape)).join('\n') : jsonText(value, shape);
  }
  return pythonRepr(value, nested === 'python2' ? 2 : 3);
}

const lineOf = (item: unknown, shape: JsonShape): string =>
  isNested(item) && !Array.isArray(item) ? jsonText(item, shape) : pythonText(item);

/** What Python takes for false. */
function isFalsy(value: unknown): boolean {
  if (isNested(value)) return Object.keys(value).length === 0;
  return value === false || (isNumber(value) && Number(value) === 0);
}
