import { UsageError } from '../core/errors.js';
import type { Place } from './expression.js';

/** An error about a place in what `--where` says, which is shown with a caret below it. */
export function whereError(source: string, { from, to }: Place, message: string, hint?: string): UsageError {
  const shown = source.replace(/[\n\r\t]/g, ' ');
  const before = [...shown.slice(0, from)].length;
  const marked = Math.max(1, [...shown.slice(from, to)].length);
  const lines = [`argument --where: ${message}`, `  ${shown}`, `  ${' '.repeat(before)}${'^'.repeat(marked)}`];
  return new UsageError(lines.join('\n'), hint === undefined ? {} : { hint });
}
