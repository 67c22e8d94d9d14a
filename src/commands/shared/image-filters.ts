import { Failure } from '../../core/errors.js';

/**
 * `KEY=VALUE` as it was typed.
 * @param sentence what is said of another word
 */
export function pairOf(word: string, sentence: string): readonly [key: string, value: string] {
  const at = word.indexOf('=');
  if (at >= 0) return [word.slice(0, at), word.slice(at + 1)];
  throw new Failure(sentence);
}
