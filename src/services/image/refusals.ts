import { Failure } from '../../core/errors.js';
import { HttpFailure } from '../../http/api-errors.js';

/**
 * What is asked for, with a sentence of the client's own where the service answers 404.
 * @throws Failure with the sentence
 */
export async function foundOr<T>(sentence: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof HttpFailure) || error.status !== 404) throw error;
    throw new Failure(sentence, { cause: error });
  }
}
