import { Failure, Quiet, UsageError } from '../core/errors.js';
import type { ExitReason } from '../core/exit-codes.js';
import { visibleLine } from '../lib/escape.js';

/** How the last lines on stderr are worded: the classic clients differ, and scripts grep for them. */
export interface ReportContext {
  readonly applet: string;
  /** The command line up to and with the verb: `nova show`. Undefined before a verb was found. */
  readonly command?: string;
  readonly program: string;
  /** Shown above a usage error. */
  readonly usage?: string;
  readonly debug: boolean;
}

/** What is said of an error, and how the run ends for it; nothing is said of a `Quiet` one. */
export function report(
  error: unknown,
  manner: ReportContext,
): { readonly text: string; readonly exitReason: ExitReason } {
  if (error instanceof Quiet) return { text: '', exitReason: error.exitReason };
  if (!(error instanceof Failure)) return { text: unexpected(error, manner), exitReason: 'failed' };
  const trace = manner.debug && !(error instanceof UsageError) ? `${error.stack ?? ''}\n` : '';
  const lines = error instanceof UsageError ? usageLines(error, manner) : failureLines(error, manner);
  return { text: trace + lines.map((line) => `${line}\n`).join(''), exitReason: error.exitReason };
}

function failureLines(error: Failure, { applet }: ReportContext): string[] {
  // The program's own sentences may have several lines; what a server said was made one line when it was quoted.
  const [first = '', ...more] = error.message.split('\n').map(visibleLine);
  return [applet === 'nova' ? `ERROR (${error.name}): ${first}` : first, ...more, ...hintLines(error)];
}

/** A hint may have several lines: the candidates of an ambiguous name. */
const hintLines = (error: Failure): string[] =>
  error.hint === undefined ? [] : error.hint.split('\n').map(visibleLine);

/**
 * argparse's two lines. nova has its own (novaclient/shell.py, NovaClientArgumentParser.error) and so do we; the other
 * programs have those of Python 2.
 */
function usageLines(error: UsageError, { applet, command, program, usage }: ReportContext): string[] {
  const start = usage === undefined ? [] : [usage];
  if (applet !== 'nova' && applet !== 'stackline') {
    const said = visibleLine(error.python2 ?? error.message);
    // Words that no command knows are the whole program's complaint, whichever command they were typed for.
    const who = said.startsWith('unrecognized arguments') ? program : (command ?? program);
    return [...start, `${who}: error: ${said}`, ...hintLines(error)];
  }
  const verb = command === undefined ? '' : command.slice(program.length + 1);
  return [
    ...start,
    `error: ${visibleLine(error.message)}`,
    ...hintLines(error),
    ...(error.hint === undefined || command !== undefined
      ? [`Try '${program} help ${verb}' for more information.`]
      : []),
  ];
}

/** A mistake of ours. The trace is for whoever mends it, not for the reader. */
function unexpected(error: unknown, { debug }: ReportContext): string {
  if (debug && error instanceof Error) return `${error.stack ?? error.message}\n`;
  const message = visibleLine(error instanceof Error ? error.message : String(error));
  return `Something unexpected happened: ${message}\nThis is a bug in stackline; please report it with the output of --debug.\n`;
}
