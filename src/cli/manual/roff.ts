/** Text for man(7), as groff and mandoc read it. */

/** A text with nothing in it that roff takes for more than text. */
export function text(plain: string): string {
  return plain
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replaceAll('`', '\\(ga')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti')
    .replace(
      /[^\0-\x7f]/gu,
      (char) => `\\[u${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    );
}

/** Lines of source are kept this short. */
const WIDTH = 70;

/** Running text: a sentence begins a line of its own, and no line is long or begins with a dot that roff would obey. */
export function prose(plain: string): readonly string[] {
  const sentences = plain
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.:?!]) (?=[A-Z])/);
  return sentences.flatMap(folded).map((line) => (line.startsWith('.') ? `\\&${line}` : line));
}

function folded(sentence: string): readonly string[] {
  const lines: string[] = [];
  for (const word of sentence.split(' ').map(text)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line) => (line === '' ? '\\&' : line));
}

/** One argument of a macro: `"\-f, \-\-format <format>"`. */
export const quoted = (plain: string): string => `"${text(plain).replaceAll('"', '\\(dq')}"`;

/** What a word, an option or a command means. */
export const item = (name: string, meaning: string): readonly string[] => [
  '.TP',
  `.B ${quoted(name)}`,
  ...(meaning.trim() === '' ? ['\\&'] : prose(meaning)),
];

/** Headings of the two kinds that man(7) has. */
export const section = (title: string): string => `.SH ${quoted(title.toUpperCase())}`;
export const subsection = (title: string): string => `.SS ${quoted(title)}`;

/** Lines as they are, indented. */
export const example = (lines: readonly string[]): readonly string[] => [
  '.RS 4',
  '.nf',
  ...lines.map((line) => (/^[.']/.test(line) ? `\\&${text(line)}` : text(line))),
  '.fi',
  '.RE',
];
