import { columnsOf } from '../wide.js';

/**
 * What is never parted, wherever a line ends: UUIDs, ids of 32 to 40 hexadecimal digits and of 56, as `hostId` has (longer
 * ones are hashes), addresses of IPv4, IPv6 (with a prefix's length) and MAC, dates and times, with the brackets, quotes
 * and commas around them.
 */
const ATOM = new RegExp(
  // Brackets before an atom are taken from the first one on, or not at all: a run of them is gone through once.
  String.raw`(?:(?<![(\[{'"])[(\[{'"]+)?(?:${[
    `(?<![0-9a-z])(?:${[
      '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      '(?:[0-9a-f]{2}:){5}[0-9a-f]{2}(?!:)',
      String.raw`(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?:/\d{1,3})?`,
      String.raw`(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?::(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?(?:/\d{1,3})?`,
      String.raw`\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2})?(?::\d{1,5})?`,
      '[0-9a-f]{32,40}',
      '[0-9a-f]{56}',
    ].join('|')})(?![0-9a-z])`,
    String.raw`(?<!\w)\d{4}-\d\d-\d\d(?:T(?=\d)|(?!\w))`,
    String.raw`(?<=T|\b)\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?(?!\w)`,
  ].join('|')})[)\]}'",;]*`,
  'gi',
);

/** After these a line may end inside a word. */
const BREAK = /[-_./:=,;|@+&?]+/;

/** A part of a line that is better not parted; a blank belongs to what stands before it. */
interface Piece {
  readonly text: string;
  readonly isAtom: boolean;
}

/** Where a line may end: behind blanks, behind punctuation between words, and around what is never parted. */
function piecesOf(line: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const plain = (text: string): void => {
    for (const word of text.match(/[^ ]+ *| +/g) ?? [])
      for (const part of word.match(
        new RegExp(`(?:(?!${BREAK.source}).)+(?:${BREAK.source})? *|(?:${BREAK.source}) *`, 'gu'),
      ) ?? [word])
        pieces.push({ text: part, isAtom: false });
  };
  let at = 0;
  for (const { 0: text, index } of line.matchAll(ATOM)) {
    plain(line.slice(at, index));
    at = index + text.length;
    const blanks = /^ */.exec(line.slice(at))?.[0] ?? '';
    at += blanks.length;
    pieces.push({ text: text + blanks, isAtom: true });
  }
  plain(line.slice(at));
  return pieces;
}

const widthOf = (text: string): number => columnsOf(text.trimEnd());

/** How narrow a column may be for this text: its widest part that is never cut, and its widest part at all. */
export function leastWidths(text: string): { readonly atom: number; readonly piece: number } {
  let atom = 0;
  let piece = 0;
  for (const line of text.split('\n')) {
    for (const one of piecesOf(line)) {
      const width = widthOf(one.text);
      piece = Math.max(piece, width);
      if (one.isAtom) atom = Math.max(atom, width);
    }
  }
  return { atom, piece };
}

/**
 * The lines of a text, each of at most so many columns of a terminal: they end at natural breaks, a word that is longer
 * than a line is cut, and an id or an address never, be it wider than the line.
 */
export function fold(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => (columnsOf(line) <= width ? [line] : foldLine(line, width)));
}

function foldLine(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const { text, isAtom } of piecesOf(line)) {
    if (columnsOf(current) + widthOf(text) <= width) {
      current += text;
      continue;
    }
    if (current.trim() !== '') lines.push(current.trimEnd());
    current = isAtom ? text : cut(text, width, lines);
  }
  if (current.trim() !== '' || lines.length === 0) lines.push(current.trimEnd());
  return lines;
}

/** Characters that are looked at for one line: far more than a terminal has columns. */
const LONGEST = 4096;

/** Adds what fills whole lines; the rest is left. */
function cut(text: string, width: number, lines: string[]): string {
  let rest = widthOf(text);
  let at = 0;
  while (rest > width) {
    let columns = 0;
    let end = at;
    for (const char of text.slice(at, at + LONGEST)) {
      const more = columnsOf(char);
      if (end > at && columns + more > width) break;
      columns += more;
      end += char.length;
    }
    lines.push(text.slice(at, end));
    at = end;
    rest -= columns;
  }
  return text.slice(at);
}
