import { ExactNumber, isNumber } from '../core/exact-number.js';

/** Tolerant readers of unchecked JSON: whatever a server sends, each gives something of its type. */

export type Json = Readonly<Record<string, unknown>>;

/** An object of JSON: no list, no null, no number that is kept as it was written. */
export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber);
}

/** The object; an empty one in place of anything else. */
export function asRecord(value: unknown): Json {
  return isRecord(value) ? value : {};
}

/** The list; an empty one in place of anything else. */
export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The objects of a list; what else stands in it is left out. */
export function asRecords(value: unknown): readonly Json[] {
  return asArray(value).filter(isRecord);
}

/** Text as it is, numbers and booleans as text; empty for null, missing and nested values. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'boolean' || isNumber(value) ? String(value) : '';
}
