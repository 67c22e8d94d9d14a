/** How each shell hands over its words, and takes candidates. */
import { visibleLine } from '../../lib/escape.js';
import type { Candidate } from './completion-of.js';

export const shells = ['bash', 'zsh', 'fish'] as const;

/**
 * The words as they are meant. Shells give them with their quotes, fish only the last one, and bash parts them at `=` and
 * `:` (COMP_WORDBREAKS).
 */
export function wordsOf(shell: string, given: readonly string[]): readonly string[] {
  if (shell === 'zsh') return given.map(unquoted);
  if (shell === 'fish') return given.map((word, at) => (at + 1 < given.length ? word : unquoted(word)));
  const words: string[] = [];
  let isOpen = false;
  for (const word of given) {
    const isBreak = /^[=:]+$/.test(word);
    const last = words.at(-1);
    if ((isBreak || isOpen) && last !== undefined && words.length > 1) words[words.length - 1] = last + word;
    else words.push(word);
    isOpen = isBreak && words.length > 1;
  }
  return words.map(unquoted);
}

/** A word of a shell without its quotes and backslashes, be it unfinished. */
function unquoted(word: string): string {
  let text = '';
  let quote = '';
  for (let at = 0; at < word.length; at += 1) {
    const char = word.charAt(at);
    if (char === quote) quote = '';
    else if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (char === '\\' && quote !== "'" && at + 1 < word.length) {
      at += 1;
      text += word.charAt(at);
    } else text += char;
  }
  return text;
}

/** Far more than a person looks through. */
const MOST = 1000;
const LONGEST_MEANING = 70;

/**
 * What is printed for a shell: `files` or `words` on the first line, then a candidate on each, in zsh and fish with a tab
 * and what it means. What a terminal would obey, what hides, and what would be taken for an option is left out.
 * @param raw the word to be completed as it was given
 * @param typed what of it has been typed, and `lead` what stands before that
 */
export function printed(
  shell: string,
  found: {
    readonly candidates: readonly Candidate[];
    readonly isFile: boolean;
    readonly lead: string;
    readonly typed: string;
  },
  raw: string,
): string {
  const { candidates, isFile, lead, typed } = found;
  const fitting = candidates
    .filter(({ word }) => word.startsWith(typed) && word !== '' && visibleLine(word) === word)
    .filter(({ word }) => typed.startsWith('-') || !word.startsWith('-'))
    .slice(0, MOST);
  const lines =
    shell === 'bash'
      ? fitting.flatMap(({ word }) => inBash(word, lead, typed, raw))
      : fitting.map(({ word, meaning }) => `${lead}${word}\t${short(meaning)}`);
  return [isFile ? 'files' : 'words', ...lines, ''].join('\n');
}

/** The first sentence, on one line. */
function short(meaning: string): string {
  const line = visibleLine(meaning.replaceAll('\n', ' '));
  const end = line.indexOf('. ');
  const sentence = end < 0 ? line : line.slice(0, end + 1);
  return sentence.length <= LONGEST_MEANING ? sentence : `${sentence.slice(0, LONGEST_MEANING - 3)}...`;
}

/** bash puts the text as it is in the place of what stands behind the last `=` or `:`. */
function inBash(word: string, lead: string, typed: string, raw: string): readonly string[] {
  const quote = /["']/.exec(raw.slice(raw.lastIndexOf('=') + 1))?.[0];
  const isQuoted = quote !== undefined && raw.replace(/^[^"']*=/, '').startsWith(quote);
  // Inside quotes, which bash closes itself.
  if (isQuoted) return /["'\\$`!]/.test(word) ? [] : [word];
  const broken = Math.max(typed.lastIndexOf(':'), typed.lastIndexOf('=')) + 1;
  const isParted = lead !== '' || broken > 0;
  const rest = isParted ? word.slice(broken) : word;
  return [rest.replace(/[^\w@%+=:,./\u0080-\u{10ffff}-]/gu, '\\$&').replace(/^~/, '\\~')];
}
