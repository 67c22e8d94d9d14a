import { Chalk } from 'chalk';

const chalk = new Chalk({ level: 1 });

const COLUMNS = /^(?:status|state|task state|power state)$/i;
const GOOD = /^(?:active|up|enabled|available|running|online|in-use)$/i;
const BAD = /^(?:error|down|failed|crashed|error_.*|offline)$/i;
const BETWEEN =
  /^(?:build|rebuild|reboot|hard_reboot|migrating|resize|verify_resize|creating|deleting|shutoff|paused|suspended|disabled|shelved.*|rescue)$/i;

/** A word for a state in a column of states, coloured for a terminal; everything else as it is. */
export function paintState(title: string, text: string): string {
  if (!COLUMNS.test(title)) return text;
  if (GOOD.test(text)) return chalk.green(text);
  if (BAD.test(text)) return chalk.red(text);
  if (BETWEEN.test(text)) return chalk.yellow(text);
  return text;
}

/** What is said beside an answer, and what heads a table. */
export const dim = (text: string): string => chalk.dim(text);
export const inverse = (text: string): string => chalk.inverse(text);
export const bold = (text: string): string => chalk.bold(text);

/** Colours what a state means (`terminal/states.ts`). */
export const tones: Readonly<Record<'good' | 'bad' | 'between', (text: string) => string>> = {
  good: chalk.green,
  bad: chalk.red,
  between: chalk.yellow,
};
