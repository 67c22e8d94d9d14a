import type { Change } from '../command/command.js';
import { type Arguments, flag, type Options, optionalText, text, type Values } from '../command/options.js';

/** Options of all commands that change something in a cloud; no other command's line has to carry them. */
export const changeOptions = () =>
  ({
    confirm: flag('Show what is going to be done, and ask first.'),
    yes: flag('Do it without a question.', { conflicts: ['confirm'] }),
    dryRun: flag('Show what would be done, and do nothing.', { conflicts: ['confirm', 'yes'] }),
    wait: optionalText(
      '<time>',
      'Wait for the end of what the service then does: 90s, 10m (default), 1h30m; exit code 124 after that.',
      { const: '', requiresEquals: true },
    ),
    log: text('<file>', 'Append a line of JSON for each change to this file.'),
  }) as const satisfies Options;

/** The same for the help of a command: without `--wait` where it is done when it ends, and with why nobody can wait. */
export function changeOptionsOf({ until, look, unseen }: Change): Options {
  const { wait, log, ...others } = changeOptions();
  if (unseen !== undefined) return { ...others, wait: { ...wait, help: `Refused: ${unseen}` }, log };
  return until === undefined || look === undefined ? { ...others, log } : { ...others, wait, log };
}

export type ChangeValues = Partial<Values<ReturnType<typeof changeOptions>>>;

/** The words of a command, of which none has to be typed where a filter chooses what they would name. */
export function chosenByFilter(args: Arguments, words: readonly string[]): Arguments {
  if (!words.some((word) => word.startsWith('--whe'))) return args;
  return Object.fromEntries(Object.entries(args).map(([name, one]) => [name, { ...one, required: false }]));
}
