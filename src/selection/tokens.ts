import type { Operator, Place } from './expression.js';
import { whereError } from './where-error.js';

/** `end` stands behind the last one. */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'operator' | '(' | ')' | ',' | 'end';
  /** What it says: of something in quotes, what is within them. */
  readonly text: string;
  readonly place: Place;
}

/** Blanks; brackets and commas; operators; a word, which may hold quotes but not begin with one. */
const PIECE = /\s+|([(),])|(!=|<=|>=|[=~<>])|((?:(?!!=)[^\s(),=~<>"'])(?:(?!!=)[^\s(),=~<>])*)/y;

/**
 * The tokens of what `--where` says, in one pass.
 * @throws UsageError for a quotation without an end
 */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const add = (kind: Token['kind'], text: string, from: number, to: number): void =>
    void tokens.push({ kind, text, place: { from, to } });
  for (let at = 0; at < source.length; ) {
    const quote = source[at];
    if (quote === '"' || quote === "'") {
      const { text, end } = quoted(source, at, quote);
      add('quoted', text, at, end);
      at = end;
      continue;
    }
    PIECE.lastIndex = at;
    const [piece = '', mark, operator, word] = PIECE.exec(source) ?? [];
    if (piece === '') throw whereError(source, { from: at, to: at + 1 }, `'${source[at]}' means nothing here`);
    const end = at + piece.length;
    if (mark !== undefined) add(mark as '(', mark, at, end);
    else if (operator !== undefined) add('operator', operator, at, end);
    else if (word !== undefined) add('word', word, at, end);
    at = end;
  }
  add('end', '', source.length, source.length + 1);
  return tokens;
}

/** From a quote to the next one of its kind; a backslash takes the special meaning from a quote and from a backslash. */
function quoted(source: string, start: number, quote: string): { readonly text: string; readonly end: number } {
  const parts: string[] = [];
  for (let at = start + 1; at < source.length; at++) {
    const char = source[at] ?? '';
    if (char === quote) return { text: parts.join(''), end: at + 1 };
    const next = source[at + 1];
    if (char === '\\' && (next === quote || next === '\\')) {
      parts.push(next);
      at += 1;
    } else parts.push(char);
  }
  throw whereError(source, { from: start, to: start + 1 }, 'this quote has no end');
}

/** Is it one of the comparisons, `=`, `~`, …? */
export const isOperator = ({ kind }: Token): boolean => kind === 'operator';
/** The comparison that a token for which `isOperator` holds is. */
export const operatorOf = ({ text }: Token): Operator => text as Operator;
