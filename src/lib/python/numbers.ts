import { Failure } from '../../core/errors.js';
import { pythonNumber, pythonRepr } from './repr.js';

/** What Python's int() makes of text. @throws Failure with its sentence */
export function pythonInt(text: string): number {
  if (/^\s*[+-]?\d+(_\d+)*\s*$/.test(text)) return Number(text.replaceAll('_', ''));
  throw new Failure(`invalid literal for int() with base 10: ${pythonRepr(text)}`, { name: 'ValueError' });
}

/** A number that is a float in Python: `1.0` where JSON's 1.0 has become 1. */
export function pythonFloat(value: number): string {
  if (!Number.isInteger(value)) return pythonNumber(value);
  if (Math.abs(value) < 1e16) return `${Object.is(value, -0) ? '-0' : value}.0`;
  return value.toExponential().replace('.0e', 'e');
}

/** Python's `%.2f`: of two numbers equally near, the even one. */
export function twoDecimals(value: number): string {
  const eighths = value * 8;
  if (!Number.isInteger(eighths) || eighths % 2 === 0) return value.toFixed(2);
  const below = Math.floor(value * 100);
  return ((below % 2 === 0 ? below : below + 1) / 100).toFixed(2);
}
