import { isNested } from '../../core/exact-number.js';
import { DEEPEST, tooDeep } from '../../core/nesting.js';

/**
 * A value as Python's repr() writes it, keys in the order of the object. `python` 2 marks text as unicode and escapes
 * all that is not ASCII.
 * @throws Failure for what is nested too deeply
 */
export function pythonRepr(value: unknown, python: 2 | 3 = 3, level = 1): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return pythonNumber(value);
  if (typeof value === 'string') return python === 2 ? `u${quoted(value, ASCII)}` : quoted(value, printable());
  if (isNested(value) && level > DEEPEST) throw tooDeep();
  if (Array.isArray(value)) return `[${value.map((item) => pythonRepr(item, python, level + 1)).join(', ')}]`;
  if (isNested(value)) {
    const pairs = Object.entries(value).map(
      ([key, item]) => `${pythonRepr(key, python)}: ${pythonRepr(item, python, level + 1)}`,
    );
    return `{${pairs.join(', ')}}`;
  }
  return String(value);
}

/** A value as Python 3's str() writes it. */
export function pythonText(value: unknown): string {
  return typeof value === 'string' ? value : pythonRepr(value);
}

/** A number as Python writes it: whole ones with all digits, small ones as `1e-05`. */
export function pythonNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString();
  if (Math.abs(value) >= 1e-4) return String(value);
  const [digits = '', exponent = ''] = value.toExponential().split('e-');
  return `${digits}e-${exponent.padStart(2, '0')}`;
}

const ASCII = /^[\x20-\x7e]$/;
/** Made when it is needed: it holds most of Unicode. */
let unicode: RegExp | undefined;
function printable(): RegExp {
  unicode ??= /^(?: |[^\p{C}\p{Z}])$/u;
  return unicode;
}
const SHORT: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function quoted(text: string, plain: RegExp): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = '';
  for (const char of text) {
    if (char === quote) out += `\\${char}`;
    else out += SHORT[char] ?? (plain.test(char) ? char : escaped(char));
  }
  return quote + out + quote;
}

function escaped(char: string): string {
  const point = char.codePointAt(0) ?? 0;
  if (point <= 0xff) return `\\x${point.toString(16).padStart(2, '0')}`;
  if (point <= 0xffff) return `\\u${point.toString(16).padStart(4, '0')}`;
  return `\\U${point.toString(16).padStart(8, '0')}`;
}
