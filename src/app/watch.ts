/** `--watch`: what a command shows, again and again, and what has changed in it. */
import type { ClassicClient } from '../classic/client.js';
import type { Globals } from '../cli/globals.js';
import { Failure, Quiet, UsageError } from '../core/errors.js';
import type { ExitReason } from '../core/exit-codes.js';
import type { CommandView } from '../core/view.js';
import type { Host } from '../host/host.js';
import type { OutputOptions } from '../output/renderer.js';
import {
  type Change,
  changesBetween,
  changesIn,
  type Observed,
  observe,
  withRowsOf,
} from '../output/terminal/observed.js';
import { outputOptions } from './output-options.js';
import type { ProgressLine } from './progress-line.js';
import { changeWriter } from './watch-lines.js';

export interface Watching {
  readonly host: Host;
  readonly client: ClassicClient;
  readonly globals: Globals;
  readonly source: Required<OutputOptions>['source'];
  /** Asks the cloud, each time. */
  readonly view: () => Promise<CommandView>;
  /** Milliseconds since 1970 at which all is over. */
  readonly deadline?: number;
  readonly line?: ProgressLine;
}

/** One look at what is watched: what was seen, and what is new in it; or why nothing was seen. */
export interface Look {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly seen?: Observed;
  readonly changes: readonly Change[];
  /** Some of those who were asked have not answered: what is not there may be there all the same. */
  readonly isIncomplete?: boolean;
  readonly failure?: Failure;
}

/** Where looks are shown. */
export interface Display {
  show(look: Look): Promise<void>;
  /** The display gives back what it has taken. */
  close(): void;
}

/**
 * Looks every so many seconds until the deadline, or until the person ends it. The first look fails as the command does;
 * later failures are said, and it goes on.
 *
 * @throws UsageError for what cannot be watched, Failure for the first look
 */
export async function watch(watching: Watching): Promise<ExitReason> {
  const { host, client, globals, source, view, deadline, line } = watching;
  if (globals.outputFile !== undefined)
    throw new UsageError('argument --watch: not with --output: a file holds one answer');
  const period = periodOf(globals.watch ?? '');
  const options = outputOptions(host, client, globals, source);
  const form = changesIn(options);
  if (form === undefined) {
    throw new UsageError(`argument --watch: without effect on -f ${options.format}, only on -f table, -f ndjson`);
  }
  const isScreen = options.tty && host.env.TERM !== 'dumb' && form === 'lines';
  const look = async () => {
    const shown = await view();
    const found = await observe(shown, options);
    const isIncomplete = ('exitReason' in shown ? (shown.exitReason?.() ?? 'ok') : 'ok') !== 'ok';
    return { found, isIncomplete };
  };
  const first = await look();
  let seen = first.found;
  line?.yieldTerminal();
  const display = isScreen
    ? (await import('./watch-screen.js')).watchScreen(watching, options, period)
    : changeWriter(host, form);
  try {
    await display.show({ at: host.now(), seen, changes: [], isIncomplete: first.isIncomplete });
    for (;;) {
      if (deadline !== undefined && host.now() + period >= deadline) return 'ok';
      await host.sleep(period);
      let next: Look;
      try {
        const { found, isIncomplete } = await look();
        const now = isIncomplete ? withRowsOf(seen, found) : found;
        next = { at: host.now(), seen: found, changes: changesBetween(seen, now), isIncomplete };
        seen = now;
      } catch (error) {
        if (!(error instanceof Failure) || error instanceof UsageError) throw error;
        next = { at: host.now(), changes: [], failure: error };
      }
      await display.show(next);
    }
  } catch (error) {
    // On a pipe whose reader went away there is nobody to write for.
    if (error instanceof Quiet) return error.exitReason;
    throw error;
  } finally {
    display.close();
  }
}

/** Milliseconds; less than a second would be a burden on the cloud. */
function periodOf(text: string): number {
  const seconds = /^\d{1,6}(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (seconds >= 1) return seconds * 1000;
  throw new UsageError(`argument --watch: invalid number of seconds, at least 1: '${text}'`);
}
