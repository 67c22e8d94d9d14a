/** What is said of a change of several requests that failed in the middle. */
import { Failure } from '../../core/errors.js';
import type { CommandView, Outcome } from '../../core/view.js';
import type { HttpRequest } from '../../http/transport.js';
import { showUrl } from '../../http/url.js';

/**
 * The view, and what its rows or its text are made of, with errors as `said` puts them.
 *
 * @param saidOfOne how the error of one of several targets is put
 */
export async function untilFailed(
  view: () => Promise<CommandView>,
  said: (error: unknown) => unknown,
  saidOfOne: (error: unknown) => unknown,
): Promise<CommandView> {
  const one = (outcome: Outcome): Outcome => {
    const error = outcome.error === undefined ? undefined : saidOfOne(outcome.error);
    return error instanceof Failure ? { ...outcome, error } : outcome;
  };
  async function* all<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
    try {
      yield* items;
    } catch (error) {
      throw said(error);
    }
  }
  const shown = await view().catch((error: unknown) => {
    throw said(error);
  });
  if (shown.kind === 'outcomes') return { ...shown, outcomes: all(each(shown.outcomes, one)) };
  return shown.kind === 'text' ? { ...shown, chunks: all(shown.chunks) } : shown;
}

async function* each<T>(items: AsyncIterable<T>, change: (item: T) => T): AsyncGenerator<T> {
  for await (const item of items) yield change(item);
}

/** The error of the last request, and a line with those that had been accepted; as it is where there are none. */
export function withDoneBefore(error: unknown, writes: ReadonlyMap<HttpRequest<unknown>, string>): unknown {
  const done = [...writes]
    .filter(([, state]) => state === 'done')
    .map(([{ method, url }]) => `${method} ${showUrl(url)}`);
  const isAll = done.length === writes.size;
  if (done.length === 0 || isAll || !(error instanceof Failure)) return error;
  const hint = [error.hint, `Done before that: ${done.join(', ')}`].filter((line) => line !== undefined).join('\n');
  const { message, name, cause, exitReason } = error;
  return new Failure(message, { name, hint, cause: cause ?? error }, exitReason);
}
