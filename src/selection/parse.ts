import type { Expression, Word } from './expression.js';
import { isOperator, operatorOf, type Token, tokensOf } from './tokens.js';
import { whereError } from './where-error.js';

/** Brackets and `not`s within one another. */
const DEEPEST = 100;

/**
 * The expression that a text is:
 *
 *     or         = and { "or" and }
 *     and        = part { "and" part }
 *     part       = "not" part | "(" or ")" | comparison
 *     comparison = word operator word | word ["not"] "in" "(" word { "," word } ")"
 *     operator   = "=" | "!=" | "~" | "<" | ">" | "<=" | ">="
 *
 * A word may stand in quotes. `and`, `or`, `not` and `in` may be in capitals; as values they are words like others.
 *
 * @throws UsageError that shows where it is wrong
 */
export function parseWhere(source: string): Expression {
  const reader = new Reader(source);
  const expression = reader.or(0);
  reader.end();
  return expression;
}

class Reader {
  readonly #source: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(source: string) {
    this.#source = source;
    this.#tokens = tokensOf(source);
  }

  or(depth: number): Expression {
    return this.#joined('or', () => this.#joined('and', () => this.#part(depth)));
  }

  end(): void {
    const token = this.#token;
    if (token.kind === 'end') return;
    if (token.kind === ')') throw this.#wrong(token, 'this bracket closes nothing');
    throw this.#wrong(token, "expected 'and', 'or' or the end");
  }

  #joined(kind: 'and' | 'or', part: () => Expression): Expression {
    const first = part();
    const parts = [first];
    while (this.#takeWord(kind)) parts.push(part());
    return parts.length === 1 ? first : { kind, parts };
  }

  #part(depth: number): Expression {
    if (depth > DEEPEST) throw this.#wrong(this.#token, 'too many brackets within one another');
    if (this.#takeWord('not')) return { kind: 'not', part: this.#part(depth + 1) };
    const opening = this.#token;
    if (opening.kind !== '(') return this.#comparison();
    this.#at += 1;
    const inside = this.or(depth + 1);
    if (this.#token.kind !== ')') throw this.#wrong(opening, 'this bracket is not closed');
    this.#at += 1;
    return inside;
  }

  #comparison(): Expression {
    const field = this.#word('expected the name of a field');
    const next = this.#token;
    if (isOperator(next)) {
      this.#at += 1;
      const doubled = this.#token;
      if (isOperator(doubled)) {
        const hint = `${next.text}${doubled.text}` === '==' ? 'It is = here.' : undefined;
        throw whereError(this.#source, doubled.place, 'expected a value', hint);
      }
      return { kind: 'compare', field, operator: operatorOf(next), value: this.#word('expected a value') };
    }
    const isNegated = this.#takeWord('not');
    if (!this.#takeWord('in')) {
      throw this.#wrong(this.#token, `expected =, !=, ~, <, >, <=, >= or 'in' behind '${field.text}'`);
    }
    const found: Expression = { kind: 'in', field, values: this.#values() };
    return isNegated ? { kind: 'not', part: found } : found;
  }

  #values(): readonly Word[] {
    const opening = this.#token;
    if (opening.kind !== '(') throw this.#wrong(opening, "expected a list in brackets behind 'in'");
    const values: Word[] = [];
    do {
      this.#at += 1;
      values.push(this.#word('expected a value'));
    } while (this.#token.kind === ',');
    if (this.#token.kind !== ')') throw this.#wrong(opening, 'this bracket is not closed');
    this.#at += 1;
    return values;
  }

  #word(expected: string): Word {
    const { kind, text, place } = this.#token;
    if (kind !== 'word' && kind !== 'quoted') throw this.#wrong(this.#token, expected);
    this.#at += 1;
    return { text, isQuoted: kind === 'quoted', place };
  }

  #takeWord(wanted: string): boolean {
    const { kind, text } = this.#token;
    const isIt = kind === 'word' && text.toLowerCase() === wanted;
    if (isIt) this.#at += 1;
    return isIt;
  }

  get #token(): Token {
    // The last one is `end`, behind which nobody reads.
    return this.#tokens[this.#at] as Token;
  }

  #wrong({ place }: Token, message: string): Error {
    return whereError(this.#source, place, message);
  }
}
