const SPACE = '[\\t\\n\\x0b\\x0c\\r ]';
const LETTER = '[\\p{L}\\p{Nl}_]';
const WORD = '[\\p{L}\\p{N}_]';
const WORD_OR_SIGN = `[\\p{L}\\p{N}_!"'&.,?]`;

/** Python's textwrap.TextWrapper.wordsep_re: blanks, dashes between words, words that break behind a hyphen. */
const CHUNK = new RegExp(
  `(${SPACE}+|(?<=${WORD_OR_SIGN})-{2,}(?=${WORD})|[^\\t\\n\\x0b\\x0c\\r ]+?(?:` +
    `-(?:(?<=${LETTER}{2}-)|(?<=${LETTER}-${LETTER}-))(?=${LETTER}-?${LETTER})` +
    `|(?=${SPACE}|$)` +
    `|(?<=${WORD_OR_SIGN})(?=-{2,}${WORD})))`,
  'u',
);

/** Wraps text at `width` characters as Python's textwrap.fill does, which novaclient's `--wrap` uses. */
export function fill(text: string, width: number): string {
  const flat = expandTabs(text).replace(/[\t\n\x0b\x0c\r]/g, ' ');
  const chunks = flat
    .split(CHUNK)
    .filter((chunk) => chunk !== '')
    .reverse();
  const lines: string[] = [];
  while (chunks.length > 0) {
    if (chunks.at(-1)?.trim() === '' && lines.length > 0) chunks.pop();
    const line = takeLine(chunks, width);
    if (line.at(-1)?.trim() === '') line.pop();
    if (line.length > 0) lines.push(line.join(''));
  }
  return lines.join('\n');
}

/** Cuts text after every `width` characters, as keystoneclient's `--wrap` does; 0 never cuts. */
export function sliced(text: string, width: number): string {
  if (width <= 0) return text;
  const points = Array.from(text);
  const parts: string[] = [];
  for (let at = 0; at < points.length; at += width) parts.push(points.slice(at, at + width).join(''));
  return parts.join('\n');
}

function takeLine(chunks: string[], width: number): string[] {
  const line: string[] = [];
  let taken = 0;
  for (let next = chunks.at(-1); next !== undefined && taken + pointsOf(next) <= width; next = chunks.at(-1)) {
    line.push(next);
    taken += pointsOf(next);
    chunks.pop();
  }
  const long = chunks.at(-1);
  if (long !== undefined && pointsOf(long) > width) breakWord(chunks, long, line, width - taken);
  return line;
}

/** A word longer than a line is cut where the line ends, or behind its last hyphen before that. */
function breakWord(chunks: string[], word: string, line: string[], left: number): void {
  const points = Array.from(word);
  let end = left;
  if (points.length > left) {
    const hyphen = points.slice(0, left).lastIndexOf('-');
    if (hyphen > 0 && points.slice(0, hyphen).some((point) => point !== '-')) end = hyphen + 1;
  }
  line.push(points.slice(0, end).join(''));
  chunks[chunks.length - 1] = points.slice(end).join('');
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

function pointsOf(text: string): number {
  return Array.from(text).length;
}
