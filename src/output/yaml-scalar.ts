import { ExactNumber } from '../core/exact-number.js';
import { pythonNumber } from '../lib/python/repr.js';

/**
 * How PyYAML quotes a text (emitter.py, analyze_scalar and choose_scalar_style): not at all when it would be read back
 * as the same text, between single quotes when nothing in it needs an escape.
 */
export function quotesOf(text: string, key: boolean): 'none' | 'single' | 'double' {
  if (text === '') return 'single';
  // Blanks on either side of a line break are lost between single quotes, as is everything outside ASCII here.
  if (SPECIAL.test(text) || text.includes(' \n') || text.includes('\n ')) return 'double';
  if (text.includes('\n')) return key ? 'double' : 'single';
  if (ENDS_IN_BLANKS.test(text) || INDICATORS.test(text) || READ_AS_SOMETHING_ELSE.test(text)) return 'single';
  return 'none';
}

const SPECIAL = /[^\n\x20-\x7e]/;
const ENDS_IN_BLANKS = /^ | $/;

/** Document markers; signs at the start; `- `, `? ` and `: ` wherever they mean structure; comments. */
const INDICATORS = /^(?:---|\.\.\.)|^[#,[\]{}&*!|>'"%@`]|^[?:-](?: |$)|:(?: |$)| #/;

/** Plain texts that YAML 1.1 takes for booleans, numbers, null, dates, merge keys and default values (resolver.py). */
const READ_AS_SOMETHING_ELSE = new RegExp(
  `^(?:${[
    'yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF',
    '[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?',
    '\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?',
    '[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*',
    '[-+]?\\.(?:inf|Inf|INF)',
    '\\.(?:nan|NaN|NAN)',
    '[-+]?0b[0-1_]+',
    '[-+]?0[0-7_]+',
    '[-+]?(?:0|[1-9][0-9_]*)',
    '[-+]?0x[0-9a-fA-F_]+',
    '[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+',
    '~|null|Null|NULL',
    '<<|=',
    '[0-9]{4}-[0-9]{2}-[0-9]{2}',
    '[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?' +
      '(?:[ \\t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?',
  ].join('|')})$`,
);

/** A number, a boolean or null, as PyYAML represents it (representer.py). */
export function wordOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'number' && !(value instanceof ExactNumber)) return String(value);
  const number = Number(value);
  if (Number.isNaN(number)) return '.nan';
  if (!Number.isFinite(number)) return number < 0 ? '-.inf' : '.inf';
  const text = typeof value === 'number' ? pythonNumber(value) : String(value);
  return text.includes('.') ? text : text.replace('e', '.0e');
}

/** A character that is written as it is between double quotes. */
export const RAW = /^[\x20\x21\x23-\x5b\x5d-\x7e]$/;

const ESCAPES: Record<string, string> = {
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\x85': '\\N',
  '\xa0': '\\_',
  '\u2028': '\\L',
  '\u2029': '\\P',
};

/** A character as it is written between double quotes where it cannot stand for itself. */
export function escaped(char: string): string {
  const short = ESCAPES[char];
  if (short !== undefined) return short;
  const point = char.codePointAt(0) ?? 0;
  const digits = point.toString(16).toUpperCase();
  if (point <= 0xff) return `\\x${digits.padStart(2, '0')}`;
  return point <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}
