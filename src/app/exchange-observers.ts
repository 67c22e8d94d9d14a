import type { Globals } from '../cli/globals.js';
import { UsageError } from '../core/errors.js';
import type { Decorator } from '../http/transport.js';
import type { ProgressLine } from './progress-line.js';
import type { RunOptions } from './run-command.js';

/** Those who look at the exchanges of a run for the person at the terminal, or for `--watch`. */
export function exchangeObservers(
  { watch }: Pick<Globals, 'watch'>,
  line: ProgressLine | undefined,
): Pick<RunOptions, 'observers'> {
  return {
    observers: [...(line === undefined ? [] : [line.decorator]), ...(watch === undefined ? [] : [onlyReading])],
  };
}

/** Lets nothing through that could change something: what is shown again and again is only looked at. */
const onlyReading: Decorator = (next) => async (request) => {
  if (/^(?:GET|HEAD|OPTIONS)$/.test(request.method) || request.safe === true) return next(request);
  throw new UsageError('argument --watch: not allowed with a command that changes something');
};
