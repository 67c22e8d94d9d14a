import { type AnyNumber, compareNumbers, ExactNumber, isNested, isNumber } from '../core/exact-number.js';
import { ageOf } from '../lib/age.js';
import { compareCodePoints } from '../lib/codepoints.js';
import type { Operator, Word } from './expression.js';
import { numberOf, sizeOf, timeOf } from './literals.js';

/** What is known of the field that a value is of. */
export interface FieldTraits {
  /** Bytes in one of its numbers, for sizes with a unit. */
  readonly unit: number;
  /** Its words are those of a state, which services spell in capitals or not. */
  readonly isState: boolean;
}

/** Tells of one value whether the comparison holds. Throws `Incomparable` where the word can never be compared with it. */
export type Test = (leaf: unknown) => boolean;

/** A word that is of no use with a field's values: `size>many`. */
export class Incomparable {
  readonly expected: string;

  constructor(expected: string) {
    this.expected = expected;
  }
}

/**
 * A comparison with a word, made ready once for all rows; `!=` is the caller's not of `=`.
 * @param now milliseconds since 1970, from which ages are counted
 */
export function testOf(operator: Exclude<Operator, '!='>, word: Word, field: FieldTraits, now: number): Test {
  if (operator === '=') return equality(word, field);
  if (operator === '~') {
    const pattern = new RegExp(word.text, 'u');
    return (leaf) => leaf !== null && leaf !== undefined && pattern.test(String(leaf));
  }
  const order = ordering(word, field, now);
  return (leaf) => {
    const sign = order(leaf);
    if (sign === undefined) return false;
    if (sign === 0) return operator.length === 2;
    return sign < 0 === operator.startsWith('<');
  };
}

/** `null` alone is what is not there; a state's letters may be small or capital; `*` and `?` are a glob's. */
function equality({ text, isQuoted }: Word, { unit, isState }: FieldTraits): Test {
  if (!isQuoted && text.toLowerCase() === 'null') return (leaf) => leaf === null || leaf === undefined;
  const folded = (one: string): string => (isState ? one.toLowerCase() : one);
  const wanted = folded(text);
  const glob = !isQuoted && /[*?]/.test(text) ? globOf(wanted) : undefined;
  const [number, size] = isQuoted ? [] : [numberOf(text), sizeOf(text)];
  return (leaf) => {
    if (typeof leaf === 'string') return glob === undefined ? folded(leaf) === wanted : glob.test(folded(leaf));
    if (typeof leaf === 'boolean') return String(leaf) === wanted.toLowerCase();
    if (!isNumber(leaf)) return false;
    if (glob !== undefined) return glob.test(String(leaf));
    if (number !== undefined) return compareNumbers(leaf, number) === 0;
    if (size !== undefined) return Number(leaf) * unit === size;
    return String(leaf) === text;
  };
}

/**
 * `*` is any text, `?` one character. What stands between two `*` is taken where it comes first and never looked for
 * again (a group in a look-ahead): a server's text is gone through once, however many `*` there are.
 */
export function globOf(glob: string): RegExp {
  const [first = '', ...others] = glob.split(/\*+/).map(literally);
  const last = others.pop();
  const between = others.map((part, at) => `(?=(.*?${part}))\\${at + 1}`).join('');
  return new RegExp(last === undefined ? `^${first}$` : `^${first}${between}.*${last}$`, 'su');
}

const literally = (part: string): string =>
  part.replace(/[\\^$.+?()[\]{}|/]/g, (char) => (char === '?' ? '.' : `\\${char}`));

/** The sign of value minus word; undefined: neither comes before the other. */
function ordering({ text, isQuoted }: Word, { unit }: FieldTraits, now: number): (leaf: unknown) => number | undefined {
  const [number, size, age] = isQuoted ? [] : [numberOf(text), sizeOf(text), ageOf(text)];
  const time = timeOf(text);
  const numeric = (value: AnyNumber): number => {
    if (number !== undefined) return compareNumbers(value, number);
    if (size !== undefined) return Number(value) * unit - size;
    throw new Incomparable('a number, or a size as 10G');
  };
  return (leaf) => {
    if (isNumber(leaf)) return numeric(leaf);
    if (typeof leaf !== 'string') return undefined;
    const at = timeOf(leaf);
    if (at !== undefined) {
      if (age !== undefined) return now - at - age;
      if (time !== undefined) return at - time;
      throw new Incomparable('a time, or an age as 7d');
    }
    const written = numberOf(leaf);
    if (written !== undefined && (number !== undefined || size !== undefined)) return numeric(written);
    if (number !== undefined || size !== undefined || age !== undefined || time !== undefined) return undefined;
    return compareCodePoints(leaf, text);
  };
}

/** What is compared of a value: itself, or whatever stands in it, however deep; null of what is empty. */
export function leavesOf(value: unknown): readonly unknown[] {
  if (!isNested(value) || value instanceof ExactNumber) return [value ?? null];
  const found = Object.values(value).flatMap((inner) => (isNested(inner) && isEmpty(inner) ? [] : leavesOf(inner)));
  return found.length === 0 ? [null] : found;
}

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;
