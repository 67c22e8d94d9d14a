import { Incomparable, leavesOf, type Test, testOf } from './compare.js';
import type { Expression, Operator, Word } from './expression.js';
import type { FieldReader } from './fields.js';
import { whereError } from './where-error.js';

/** Is an item one of those that are wanted? */
export type Condition = (item: unknown) => boolean;

interface Surroundings {
  /** The text that the expression was. */
  readonly source: string;
  /** How a field is read. Throws where there is none of that name. */
  readonly field: (word: Word) => FieldReader;
  /** Milliseconds since 1970, from which ages are counted. */
  readonly now: number;
}

/**
 * An expression, made ready once for all rows. A comparison holds if it does for anything that stands in the value, be
 * it a list or an object; `!=` is the contrary of `=`.
 *
 * @throws UsageError that shows the place of a field or pattern that is none; the condition itself where a value can be
 *   compared with no such word
 */
export function conditionOf(expression: Expression, around: Surroundings): Condition {
  if (expression.kind === 'not') {
    const part = conditionOf(expression.part, around);
    return (item) => !part(item);
  }
  if (expression.kind === 'in') {
    const field = around.field(expression.field);
    const tests = expression.values.map((value) => testOf('=', value, field, around.now));
    return (item) => valuesOf(field, item).some((leaf) => tests.some((test) => test(leaf)));
  }
  if (expression.kind === 'compare') {
    const { operator, value } = expression;
    const field = around.field(expression.field);
    const test = compared(operator, value, field, around);
    const holds: Condition = (item) => valuesOf(field, item).some(test);
    return operator === '!=' ? (item) => !holds(item) : holds;
  }
  const parts = expression.parts.map((part) => conditionOf(part, around));
  return expression.kind === 'and'
    ? (item) => parts.every((part) => part(item))
    : (item) => parts.some((part) => part(item));
}

/** Refuses patterns that are none, before anything is asked. @throws UsageError that shows where they stand */
export function checkPatterns(expression: Expression, source: string): void {
  if (expression.kind === 'not') checkPatterns(expression.part, source);
  else if ('parts' in expression) for (const part of expression.parts) checkPatterns(part, source);
  else if (expression.kind === 'compare')
    compared(expression.operator, expression.value, NO_TRAITS, { source, now: 0 });
}

const NO_TRAITS = { unit: 1, isState: false };

function compared(
  operator: Operator,
  word: Word,
  field: Pick<FieldReader, 'unit' | 'isState'>,
  { source, now }: Pick<Surroundings, 'source' | 'now'>,
): Test {
  let test: Test;
  try {
    test = testOf(operator === '!=' ? '=' : operator, word, field, now);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw whereError(source, word.place, `no regular expression: ${error.message.replace(/^.*?: /, '')}`);
  }
  return (leaf) => {
    try {
      return test(leaf);
    } catch (error) {
      if (!(error instanceof Incomparable)) throw error;
      throw whereError(source, word.place, `expected ${error.expected}`);
    }
  };
}

/** What is compared of a field: whatever stands in it, and the names of what its ids belong to. */
function valuesOf({ read, names }: FieldReader, item: unknown): readonly unknown[] {
  const leaves = leavesOf(read(item));
  return names === undefined ? leaves : [...leaves, ...names(item)];
}
