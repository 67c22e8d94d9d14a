/** Names on the left, and what they mean. */
export type Rows = readonly (readonly [name: string, meaning: string])[];

/** How wide a screen of help is: as the terminal, between these; 80 where nobody knows. */
export const widthOf = (columns: number | undefined): number => Math.min(120, Math.max(40, columns ?? 80));

/** A text between its margins; blanks and ends of lines in it become one blank. No word is cut. */
export function fold(text: string, width: number): readonly string[] {
  if (text.length <= width && !text.includes('\n')) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.replaceAll('\n', ' ').split(' ')) {
    if (word === '') continue;
    if (line === '') line = word;
    else if (line.length + 1 + word.length <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** The longest name that still stands beside its meaning. */
const LONGEST = 30;

/** Where the meanings of these rows begin: behind the longest name, but for those that are too long to wait for. */
export function columnOf(rows: Rows, width: number): number {
  const most = Math.min(LONGEST, Math.floor(width / 2));
  return Math.max(0, ...rows.map(([name]) => name.length).filter((length) => length <= most)) + 4;
}

/** Rows below a title; no lines where there are none. A name that is too long gets a line of its own. */
export function section(title: string, rows: Rows, width: number, column = columnOf(rows, width)): readonly string[] {
  if (rows.length === 0) return [];
  const lines = rows.flatMap(([name, meaning]) => {
    const [first = '', ...more] = fold(meaning, width - column);
    const head = `  ${name}`;
    const begin = head.length + 2 <= column ? [head.padEnd(column) + first] : [head, ' '.repeat(column) + first];
    return [...begin, ...more.map((line) => ' '.repeat(column) + line)].map((line) => line.trimEnd());
  });
  return ['', title, ...lines];
}

/** A line of words, folded under its first one: `usage: stackline list [options]`. */
export function hanging(first: string, rest: string, width: number): readonly string[] {
  const indent = Math.min(first.length, Math.floor(width / 2));
  const [line = '', ...more] = fold(rest, width - first.length);
  return [first + line, ...more.map((one) => ' '.repeat(indent) + one)];
}
