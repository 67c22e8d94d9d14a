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
