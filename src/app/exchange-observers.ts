import type { Globals } from '../cli/globals.js';
import { type Failure, UsageError } from '../core/errors.js';
import type { Decorator, HttpRequest } from '../http/transport.js';
import type { ProgressLine } from './progress-line.js';
import type { RunOptions } from './run-command.js';

/** Those who look at the exchanges of a run for the person at the terminal, or for `--watch`. */
export function exchangeObservers(
  { watch }: Pick<Globals, 'watch'>,
  line: ProgressLine | undefined,
): Pick<RunOptions, 'observers' | 'observersOf' | 'waitFor'> {
  const others = watch === undefined ? [] : [onlyReading(watched)];
  if (line === undefined) return { observers: others };
  return {
    waitFor: line.waitFor,
    observers: [line.decorator, ...others],
    observersOf: (cloud) => [line.decoratorOf(cloud), ...others],
  };
}

/** What is shown again and again is only looked at. */
const watched = (): Failure => new UsageError('argument --watch: not allowed with a command that changes something');

/**
 * Lets nothing through that could change something, whatever a command does.
 * @param refusal what is said of a request that is not sent
 */
export const onlyReading =
  (refusal: (request: HttpRequest) => Failure): Decorator =>
  (next) =>
  async (request) => {
    if (request.safe ?? (request.method === 'GET' || request.method === 'HEAD')) return next(request);
    throw refusal(request);
  };
