import { Failure } from '../../core/errors.js';
import { pythonRepr } from './repr.js';

const DATE = /^(\d{4})-(1[0-2]|0[1-9]|[1-9])-(3[01]|[12]\d|0[1-9]| ?[1-9])/;

/**
 * A day as Python's strptime reads it with `%Y-%m-%d`.
 * @returns its beginning in UTC, milliseconds since 1970
 * @throws Failure with Python's sentences
 */
export function pythonDate(text: string): number {
  const [whole, year, month, day] = DATE.exec(text) ?? [];
  if (whole === undefined || year === undefined) {
    throw valueError(`time data ${pythonRepr(text)} does not match format '%Y-%m-%d'`);
  }
  const rest = text.slice(whole.length);
  if (rest !== '') throw valueError(`unconverted data remains: ${rest}`);
  const at = new Date(0);
  at.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (at.getUTCMonth() !== Number(month) - 1) throw valueError('day is out of range for month');
  return at.getTime();
}

const valueError = (message: string): Failure => new Failure(message, { name: 'ValueError' });

/**
 * A time as Python's utcfromtimestamp and isoformat write it: microseconds where there are any.
 * @param seconds since 1970
 */
export function isoTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const micros = halfEven((seconds - whole) * 1e6);
  const [at, fraction] = micros < 1e6 ? [whole, micros] : [whole + 1, micros - 1e6];
  const text = new Date(at * 1000).toISOString().slice(0, 19);
  return fraction === 0 ? text : `${text}.${String(fraction).padStart(6, '0')}`;
}

/** The nearest whole number; of two, the even one. */
function halfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}
