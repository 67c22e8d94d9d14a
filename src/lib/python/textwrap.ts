/** Python's textwrap, with the settings that a TextWrapper begins with. */
import { strip } from './strip.js';

/**
 * TextWrapper.wordsep_re, for one word: dashes between words, and what may be parted behind a hyphen between letters. It
 * looks at nothing beyond the blanks around a word, and parts no word without a hyphen: most texts never need it.
 * @param letters a word's characters but decimal digits: `²` and `Ⅷ` are letters to `[^\d\W]`
 * @param digits the decimal digits
 */
function separator(letters: string, digits: string, flags: string): RegExp {
  const letter = `[${letters}]`;
  const word = `[${letters}${digits}]`;
  const wordOrSign = `[${letters}${digits}!"'&.,?]`;
  return new RegExp(
    `((?<=${wordOrSign})-{2,}(?=${word})|[^ ]+?(?:` +
      `-(?:(?<=${letter}{2}-)|(?<=${letter}-${letter}-))(?=${letter}-?${letter})` +
      `|$|(?<=${wordOrSign})(?=-{2,}${word})))`,
    flags,
  );
}

const ASCII = separator('A-Za-z_', '0-9', '');
let unicode: RegExp | undefined;

/** Compiling classes of Unicode is half as much work as a whole `help`: only a text that has more than ASCII asks for it. */
function separatorFor(text: string): RegExp {
  if (/^[\0-\x7f]*$/.test(text)) return ASCII;
  unicode ??= separator('\\p{L}\\p{Nl}\\p{No}_', '\\p{Nd}', 'u');
  return unicode;
}

/** The lines of a text, each of at most so many characters; only a word that is longer than a line is cut. */
export function wrap(text: string, width: number): readonly string[] {
  const flat = expandTabs(text).replace(/[\t\n\x0b\x0c\r]/g, ' ');
  const chunks = flat
    .split(/( +)/)
    .flatMap((word) => (word.includes('-') ? word.split(separatorFor(word)) : word))
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
