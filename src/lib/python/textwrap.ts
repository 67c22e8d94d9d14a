/**
 * Python's textwrap.wrap, as argparse folds help with it: blanks become one, words are parted at blanks and after
 * hyphens between letters, and only a word that is longer than a line is cut.
 */
export function wrap(text: string, width: number): readonly string[] {
  const pieces = text.replace(/\s+/g, ' ').trim().split(PIECE).filter(Boolean).reverse();
  const lines: string[] = [];
  while (pieces.length > 0) {
    if (pieces.at(-1) === ' ' && lines.length > 0) pieces.pop();
    let line = '';
    for (let next = pieces.at(-1); next !== undefined && line.length + next.length <= width; next = pieces.at(-1)) {
      line += next;
      pieces.pop();
    }
    const next = pieces.at(-1);
    if (next !== undefined && next.length > width) line += cut(pieces, next, width - line.length);
    if (line.trimEnd() !== '') lines.push(line.trimEnd());
  }
  return lines;
}

/** What of a word that is longer than a line fits into the rest of this one; what is left stays for the next. */
function cut(pieces: string[], piece: string, room: number): string {
  const hyphen = piece.slice(0, room).lastIndexOf('-');
  const end = hyphen > 0 && /[^-]/.test(piece.slice(0, hyphen)) ? hyphen + 1 : room;
  pieces[pieces.length - 1] = piece.slice(end);
  return piece.slice(0, end);
}

/** The boundaries of Python 3's TextWrapper.wordsep_re. */
const PIECE =
  /( +|(?<=[\w!"'&.,?])-{2,}(?=\w)|[^ ]+?(?:-(?:(?<=[^\d\W]{2}-)|(?<=[^\d\W]-[^\d\W]-))(?=[^\d\W]-?[^\d\W])|(?= |$)|(?<=[\w!"'&.,?])(?=-{2,}\w)))/;
