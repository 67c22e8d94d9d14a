import { UsageError } from '../../core/errors.js';

/** A number that is typed as an argument. @throws UsageError in argparse's sentence for what is none */
export function wholeNumber(argument: string, text: string): number {
  if (/^\s*[+-]?\d+\s*$/.test(text)) return Number(text);
  throw new UsageError(`argument ${argument}: invalid int value: '${text}'`);
}
