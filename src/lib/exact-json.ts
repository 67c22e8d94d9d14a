import { parse } from 'lossless-json';
import { ExactNumber } from '../core/exact-number.js';
import { pythonFloat } from './python/numbers.js';
import { pythonNumber } from './python/repr.js';

/**
 * The value of a text of JSON, with every number as it was written: a number where JavaScript prints what Python would,
 * else a bigint or an `ExactNumber`. As for JSON.parse, the last of several equal keys counts.
 * @throws SyntaxError for what is not JSON
 */
export function parseExactly(text: string): unknown {
  return parse(text, undefined, { parseNumber: exactNumber, onDuplicateKey: ({ newValue }) => newValue });
}

function exactNumber(written: string): number | bigint | ExactNumber {
  const value = Number(written);
  if (/^-?\d+$/.test(written)) return Number.isSafeInteger(value) ? value + 0 : BigInt(written);
  const text = pythonFloat(value);
  return text === pythonNumber(value) ? value : new ExactNumber(value, text);
}
