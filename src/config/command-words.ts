import { Failure } from '../core/errors.js';

/**
 * Cuts a command into words at blanks, with quotes and backslashes as a shell has them, and nothing else of a shell: no
 * variables, no pipes. Whoever wants a shell writes `sh -c '...'`.
 *
 * @param from where it stands, for the error of a quote that is never closed
 */
export function commandWords(text: string, from: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quote === "'" ? char !== "'" : quote === '"' && char !== '"' && char !== '\\') word += char;
    else if (char === quote) quote = '';
    else if (char === '\\') {
      at += 1;
      word = (word ?? '') + text.charAt(at);
    } else if (char === "'" || char === '"') {
      quote = char;
      word ??= '';
    } else if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + char;
  }
  if (quote !== '') throw new Failure(`Unbalanced quote in password_command (${from})`);
  return word === undefined ? words : [...words, word];
}
