import { type ExitReason, exitCodes } from '../../core/exit-codes.js';
import type { Rows } from './layout.js';

/** What the exit codes of `core/exit-codes.ts` mean, for people. */
const exitMeanings: Readonly<Record<ExitReason, string>> = {
  ok: 'All is well.',
  failed: 'It failed.',
  usage: 'The command line is wrong; nothing was asked or done.',
  unknown: 'A change was sent, and it is not known whether it was made; of several, one is enough.',
  incomplete: 'One of several clouds or hosts failed; what the others said is shown.',
  locked: 'Another run holds the lock of --lock.',
  timeout: 'What was waited for did not come in time.',
  interrupted: 'Ctrl-C was typed.',
  brokenPipe: 'The reader of the output went away.',
  terminated: 'The run was ended by a signal.',
};

/** Each exit code, and what it means. */
export const exitRows = (): Rows =>
  (Object.keys(exitMeanings) as ExitReason[]).map((reason) => [String(exitCodes[reason]), exitMeanings[reason]]);
