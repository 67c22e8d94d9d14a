import { ExactNumber } from '../../core/exact-number.js';
import { DEEPEST, tooDeep } from '../../core/nesting.js';
import { pythonNumber } from './repr.js';

export interface JsonShape {
  /** Escape everything outside ASCII, as Python's json does unless told otherwise. */
  readonly ascii: boolean;
  /** Two blanks a level; left out: one line with `, ` and `: `. */
  readonly indented?: boolean;
  /** The order of an object's members; left out: as they came. */
  readonly order?: (keys: readonly string[]) => readonly string[];
}

/** A value as Python's json.dumps prints it; `margin` is the indentation of the line that it starts on. */
export function jsonText(value: unknown, shape: JsonShape, margin = '', level = 1): string {
  if (typeof value === 'string') return jsonString(value, shape.ascii);
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return jsonNumber(value);
  if (value instanceof ExactNumber) return jsonFloat(value);
  if (typeof value !== 'object') return String(value);
  if (level > DEEPEST) throw tooDeep();

  const inner = `${margin}  `;
  const list = Array.isArray(value);
  const parts = list
    ? value.map((item) => jsonText(item, shape, inner, level + 1))
    : membersOf(value, shape).map(
        ([key, item]) => `${jsonString(key, shape.ascii)}: ${jsonText(item, shape, inner, level + 1)}`,
      );
  const [open, close] = list ? '[]' : '{}';
  if (parts.length === 0) return `${open}${close}`;
  if (shape.indented !== true) return `${open}${parts.join(', ')}${close}`;
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${margin}${close}`;
}

/** A text within JSON with its quotes; `ascii`: as json.dumps writes it, where ensure_ascii is left as it is. */
export function jsonString(text: string, ascii: boolean): string {
  const json = JSON.stringify(text);
  return ascii && BEYOND_ASCII.test(json) ? json.replace(EACH_BEYOND_ASCII, unicodeEscape) : json;
}

const BEYOND_ASCII = /[\x7f-\uffff]/;
const EACH_BEYOND_ASCII = /[\x7f-\uffff]/g;

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A float has its own digits, but for those that JSON has no word for. */
const jsonFloat = (value: ExactNumber): string =>
  Number.isFinite(Number(value)) ? String(value) : jsonNumber(Number(value));

function jsonNumber(value: number): string {
  if (Number.isFinite(value)) return pythonNumber(value);
  return Number.isNaN(value) ? 'NaN' : value < 0 ? '-Infinity' : 'Infinity';
}

function membersOf(value: object, { order }: JsonShape): readonly (readonly [key: string, member: unknown])[] {
  if (order === undefined) return Object.entries(value);
  return order(Object.keys(value)).map((key) => [key, (value as Readonly<Record<string, unknown>>)[key]]);
}
