import { Failure } from '../core/errors.js';
import { HttpFailure } from '../http/api-errors.js';

/**
 * Does the cloud not have this part of its API: not yet, no more, or not switched on? Not for paths that name a thing,
 * where 404 may be said of the thing.
 */
export function isUnserved(error: unknown): boolean {
  return error instanceof HttpFailure && [404, 410, 501].includes(error.status);
}

/** Is it forbidden, or at an endpoint that the catalogue does not name or that does not serve it? */
export function mayNotAsk(error: unknown): boolean {
  if (error instanceof HttpFailure) return error.status === 403 || isUnserved(error);
  return error instanceof Failure && /^(EmptyCatalog|EndpointNotFound)$/.test(error.name);
}

/**
 * A sentence about a part that is not there; where the service says that it is gone, its own words stand in it too,
 * since they are what the classic clients print and scripts look for.
 */
export function unservedSentence(sentence: string, error: unknown): string {
  const isGone = error instanceof HttpFailure && error.status === 410 && error.serverMessage;
  return isGone ? `${sentence} It says: ${error.serverMessage} (HTTP 410)` : sentence;
}

/** Pages of what not every cloud serves; where it is not served, one sentence, and what to use instead. */
export async function* whereServed<T>(pages: AsyncIterable<T>, sentence: string, hint?: string): AsyncGenerator<T> {
  try {
    yield* pages;
  } catch (error) {
    if (!isUnserved(error)) throw error;
    throw new Failure(unservedSentence(sentence, error), { cause: error, ...(hint === undefined ? {} : { hint }) });
  }
}
