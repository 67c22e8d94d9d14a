/** Python's textwrap, with the settings that a TextWrapper begins with. */
import { strip } from './strip.js';

const SPACE = '[\\t\\n\\x0b\\x0c\\r ]';
/** A word's characters but decimal digits: `²` and `Ⅷ` are letters to `[^\d\W]`. */
const LETTER = '[\\p{L}\\p{Nl}\\p{No}_]';
const WORD = '[\\p{L}\\p{N}_]';
const WORD_OR_SIGN = `[\\p{L}\\p{N}_!"'&.,?]`;

/** TextWrapper.wordsep_re: blanks, dashes between words, words that may be parted behind a hyphen between letters. */
const CHUNK = new RegExp(
  `(${SPACE}+|(?<=${WORD_OR_SIGN})-{2,}(?=${WORD})|[^\\t\\n\\x0b\\x0c\\r ]+?(?:` +
    `-(?:(?<=${LETTER}{2}-)|(?<=${LETTER}-${LETTER}-))(?=${LETTER}-?${LETTER})` +
    `|(?=${SPACE}|$)` +
    `|(?<=${WORD_OR_SIGN})(?=-{2,}${WORD})))`,
  'u',
);

/** The lines of a text, each of at most so many characters; only a word that is longer than a line is cut. */
export function wrap(text: string, width: number): readonly string[] {
  const flat = expandTabs(text).replace(/[\t\n\x0b\x0c\r]/g, ' ');
  const chunks = flat
    .split(CHUNK)
    .filter((chunk) => chunk !== '')
    .reverse();
  const lines: string[] = [];
  while (chunks.length > 0) {
    if (lines.length > 0 && isBlank(chunks.at(-1))) chunks.pop();
    const line = takeLine(chunks, width);
    if (isBlank(line.at(-1))) line.pop();
    if (line.length > 0) lines.push(line.join(''));
  }
  return lines;
}

const isBlank = (chunk: string | undefined): boolean => chunk !== undefined && strip(chunk) === '';

function takeLine(chunks: string[], width: number): string[] {
  const line: string[] = [];
  let left = width;
  for (let next = chunks.at(-1); next !== undefined; next = chunks.at(-1)) {
    const length = lengthUpTo(next, left);
    if (length > left) break;
    line.push(next);
    left -= length;
    chunks.pop();
  }
  const long = chunks.at(-1);
  if (long !== undefined && lengthUpTo(long, width) > width) {
    const [head, rest] = cut(long, left);
    line.push(head);
    chunks[chunks.length - 1] = rest;
  }
  return line;
}

/** A word longer than a line is cut where the line ends, or behind its last hyphen before that. */
function cut(word: string, left: number): readonly [string, string] {
  const head = Array.from(word.slice(0, 2 * left))
    .slice(0, left)
    .join('');
  const hyphen = head.lastIndexOf('-');
  const end = hyphen > 0 && /[^-]/.test(head.slice(0, hyphen)) ? hyphen + 1 : head.length;
  return [word.slice(0, end), word.slice(end)];
}

/** Characters of a text; of one that has more than `most`, some number above it: its end is not looked at. */
function lengthUpTo(text: string, most: number): number {
  return text.length > 2 * most ? text.length : Array.from(text).length;
}

function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  let column = 0;
  let out = '';
  for (const char of text) {
    if (char === '\t') {
      out += ' '.repeat(8 - (column % 8));
      column += 8 - (column % 8);
    } else {
      out += char;
      column = char === '\n' || char === '\r' ? 0 : column + 1;
    }
  }
  return out;
}
