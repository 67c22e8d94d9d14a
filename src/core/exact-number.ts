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
 * In a string, or as a key, such digits only cost the slower way. It is asked of every answer, so it is a simple pattern.
 */
const SUSPICIOUS = /(?:":|[[,])\s*-?\d+(?:[.eE]|(?<=\d{16}))/;

/** Does the text of JSON hold a number that JavaScript may not be able to say? Some texts are suspected without one. */
export const mayLoseNumbers = (text: string): boolean => SUSPICIOUS.test(text);
