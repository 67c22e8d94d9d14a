import { Failure, Quiet } from '../core/errors.js';
import { asError } from '../lib/thrown.js';
import { within as waiting } from '../lib/waiting.js';

/** One line of the doctor. */
export interface Check {
  readonly check: string;
  readonly result: 'ok' | 'warning' | 'failed' | 'skipped';
  readonly says: string;
  readonly hint?: string;
}

/** Milliseconds that one step may take. */
export const STEP = 15_000;

/** The result of an action, or its error as a value; Ctrl-C still ends everything. */
export async function attempt<T>(action: () => Promise<T>): Promise<T | Error> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof Quiet) throw error;
    return asError(error);
  }
}

/** The line of a step that failed. */
export function failed(check: string, error: Error, hint?: string): Check {
  return {
    check,
    result: 'failed',
    says: error.message,
    ...hintOf(hint ?? (error instanceof Failure ? error.hint : undefined)),
  };
}

/** A hint as the member of a check; nothing where there is none. */
export const hintOf = (hint: string | undefined): { hint?: string } => (hint === undefined ? {} : { hint });

/** The promise, or a rejection when it takes longer than a step may. */
export const within = <T>(promise: Promise<T>): Promise<T> =>
  waiting(STEP, promise, () => new Error(`no answer within ${STEP / 1000} s`));
