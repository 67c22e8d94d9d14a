import type { ErrorWords } from '../classic/client.js';
import { Failure, Quiet, UsageError } from '../core/errors.js';
import type { ExitReason } from '../core/exit-codes.js';
import { nearest } from '../lib/nearest.js';
import { messageOf } from '../lib/thrown.js';
import { isApplet } from './applets.js';

/** What is known of the command line when it fails. */
export interface ReportContext {
  readonly words: ErrorWords;
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
  context: ReportContext,
): { readonly text: string; readonly exitReason: ExitReason } {
  if (error instanceof Quiet) return { text: '', exitReason: error.exitReason };
  if (!(error instanceof Failure)) return { text: unexpected(error, context), exitReason: 'failed' };
  const trace = context.debug && !(error instanceof UsageError) ? `${error.stack ?? ''}\n` : '';
  const lines = error instanceof UsageError ? usageLines(error, context) : failureLines(error, context);
  return { text: trace + lines.map((line) => `${line}\n`).join(''), exitReason: error.exitReason };
}

function failureLines(error: Failure, { words }: ReportContext): string[] {
  // The program's own sentences may have several lines; what a server said was made one line when it was quoted.
  const [first = '', ...more] = error.message.split('\n');
  return [words.failure(error.name, first), ...more, ...hintLines(error)];
}

/** A hint may have several lines: the candidates of an ambiguous name. */
const hintLines = (error: Failure): string[] => (error.hint === undefined ? [] : error.hint.split('\n'));

/** argparse's two lines: the usage of the command, and what is wrong. */
function usageLines(error: UsageError, { words, command, program, usage }: ReportContext): string[] {
  const said = (words.argparse === 'python2' ? error.python2 : undefined) ?? error.message;
  // Words that no command knows are the whole program's complaint, whichever command they were typed for.
  const isWhole = said.startsWith('unrecognized arguments') || words.usagePrefix === 'program alone';
  const who = isWhole ? program : (command ?? program);
  const verb = command === undefined ? '' : command.slice(program.length + 1);
  // The classic client has a blank at its end where there is no verb.
  const helpLine = isApplet(program) ? `${program} help ${verb}` : `${program} help ${verb}`.trimEnd();
  const hints = [...hintLines(error), ...meantOption(error)];
  // A hint without a command says itself where to look.
  const pointsToHelp = words.usagePointsToHelp && (hints.length === 0 || command !== undefined);
  return [
    ...(usage === undefined ? [] : [usage]),
    `${words.usagePrefix === 'none' ? '' : `${who}: `}error: ${said}`,
    ...hints,
    ...(pointsToHelp ? [`Try '${helpLine}' for more information.`] : []),
  ];
}

/** The option that the first wrong word is nearly. */
function meantOption({ wrong }: UsageError): readonly string[] {
  const [first = ''] = wrong?.words ?? [];
  const name = first.startsWith('--') ? nearest(first.replace(/=.*/s, ''), wrong?.options ?? []) : undefined;
  return name === undefined ? [] : [`Did you mean ${name}?`];
}

/** A bug of this program. Its stack trace is shown with --debug only: it helps whoever repairs it, not the user. */
function unexpected(error: unknown, { debug }: ReportContext): string {
  if (debug && error instanceof Error) return `${error.stack ?? error.message}\n`;
  const message = messageOf(error);
  return `Something unexpected happened: ${message}\nThis is a bug in stackline; please report it with the output of --debug.\n`;
}
