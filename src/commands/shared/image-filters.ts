import { Failure } from '../../core/errors.js';

/** As oslo's bool_from_string has it. */
export const isTrue = (word: string): boolean =>
  ['1', 't', 'true', 'on', 'y', 'yes'].includes(word.trim().toLowerCase());

/** The same, which takes nothing else: undefined for another word. */
export function truthOf(word: string): boolean | undefined {
  if (isTrue(word)) return true;
  return ['0', 'f', 'false', 'off', 'n', 'no'].includes(word.trim().toLowerCase()) ? false : undefined;
}

/**
 * `KEY=VALUE` as it was typed.
 * @param sentence what is said of another word
 */
export function pairOf(word: string, sentence: string): readonly [key: string, value: string] {
  const at = word.indexOf('=');
  if (at >= 0) return [word.slice(0, at), word.slice(at + 1)];
  throw new Failure(sentence);
}
