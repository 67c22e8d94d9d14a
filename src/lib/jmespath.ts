import jmespath from 'jmespath';
import { Failure } from '../core/errors.js';
import { messageOf } from './thrown.js';

/**
 * What a JMESPath expression makes of a value.
 * @throws Failure for an expression that is none, or that can do nothing with this value
 */
export function search(value: unknown, expression: string): unknown {
  try {
    return jmespath.search(value, expression);
  } catch (error) {
    throw new Failure(`--query: ${messageOf(error)}`, { cause: error });
  }
}

/** Is it an expression? @throws Failure that says what is wrong */
export function checkExpression(expression: string): void {
  try {
    // Its types leave it out.
    (jmespath as unknown as { compile(expression: string): unknown }).compile(expression);
  } catch (error) {
    throw new Failure(`--query: ${messageOf(error)}`, { cause: error });
  }
}
