/**
 * A number that JavaScript would print in other words than it was written in: `1.0`, `1e22`, `-0.0`. It counts as the
 * number that it is, and prints as Python prints it, which is how the classic clients show it. Whole numbers beyond 2^53
 * are bigints.
 */
export class ExactNumber extends Number {
  readonly #text: string;

  /** @param text as Python's repr() of the float */
  constructor(value: number, text: string) {
    super(value);
    this.#text = text;
  }

  override toString(): string {
    return this.#text;
  }
}

/** A number as a server sent it. */
export type AnyNumber = number | bigint | ExactNumber;

/** Is it a number, however it is held? */
export function isNumber(value: unknown): value is AnyNumber {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof ExactNumber;
}

/** Is it a list or an object? */
export function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof ExactNumber);
}

/** By their exact values: JavaScript compares a bigint with a number without rounding either. */
export function compareNumbers(a: AnyNumber, b: AnyNumber): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * May a text of JSON hold a number that JSON.parse changes: a fraction, an exponent, a whole one of 16 digits and more?
 * In a string, or as a key, such digits only cost the slower way. It is asked of every answer: of a short one by a simple
 * pattern, of a long one by looking at what ends a number, which is rarer than what might begin one.
 */
export const mayLoseNumbers = (text: string): boolean =>
  text.length < LONG
    ? SUSPICIOUS.test(text)
    : hasSuchBefore('}', text) || hasSuchBefore(']', text) || hasSuchBefore(',', text);

const SUSPICIOUS = /(?:"\s*:|[[,])\s*-?\d+(?:[.eE]|(?<=\d{16}))/;
const LONG = 64 * 1024;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
/** Digits, signs, a point, an exponent. */
const isOfNumber = (code: number): boolean =>
  isDigit(code) || code === 0x2d || code === 0x2b || code === 0x2e || code === 0x65 || code === 0x45;

function hasSuchBefore(end: '}' | ']' | ',', text: string): boolean {
  for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + 1)) {
    const last = beforeBlanks(text, at - 1);
    if (isDigit(text.charCodeAt(last)) && isSuspicious(text, last)) return true;
  }
  return false;
}

/** Is the number that ends here such a one, and where a value stands? */
function isSuspicious(text: string, last: number): boolean {
  let first = last;
  while (isOfNumber(text.charCodeAt(first - 1))) first -= 1;
  const number = text.slice(first, last + 1);
  if (number.length < 16 && !/[.eE]/.test(number)) return false;
  const before = beforeBlanks(text, first - 1);
  if (text[before] === '[' || text[before] === ',') return true;
  return text[before] === ':' && text[beforeBlanks(text, before - 1)] === '"';
}

function beforeBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at -= 1;
  return at;
}
