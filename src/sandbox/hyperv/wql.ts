/** The part of WQL that is answered: SELECT with equalities, and ASSOCIATORS OF. */
import type { Instance, Value } from './instances.js';

export type Query =
  | {
      readonly kind: 'select';
      /** Undefined for `*`. */
      readonly properties: readonly string[] | undefined;
      readonly from: string;
      readonly where: readonly Condition[];
    }
  | {
      readonly kind: 'associators';
      readonly of: { readonly className: string; readonly keys: Readonly<Record<string, string>> };
      readonly assocClass: string | undefined;
      readonly resultClass: string | undefined;
    };

interface Condition {
  readonly property: string;
  readonly operator: '=' | '<>' | 'LIKE';
  readonly value: string;
}

/** @returns undefined for what is no query, or none of those that are answered */
export function parseQuery(text: string): Query | undefined {
  const words = tokens(text);
  if (words === undefined) return undefined;
  let at = 0;
  const peek = (): Token | undefined => words[at];
  const keyword = (word: string): boolean => {
    const is = peek()?.kind === 'word' && peek()?.text.toUpperCase() === word;
    if (is) at += 1;
    return is;
  };
  const symbol = (text: string): boolean => {
    const is = peek()?.kind === 'symbol' && peek()?.text === text;
    if (is) at += 1;
    return is;
  };
  const name = (): string | undefined => (peek()?.kind === 'word' ? words[at++]?.text : undefined);
  const literal = (): string | undefined =>
    peek()?.kind === 'string' || peek()?.kind === 'number' || /^(TRUE|FALSE)$/i.test(peek()?.text ?? '')
      ? words[at++]?.text
      : undefined;
  const atEnd = (): boolean => at === words.length;

  if (keyword('SELECT')) {
    const properties: string[] = [];
    const isAll = symbol('*');
    if (!isAll) {
      do {
        const property = name();
        if (property === undefined) return undefined;
        properties.push(property);
      } while (symbol(','));
    }
    if (!keyword('FROM')) return undefined;
    const from = name();
    if (from === undefined) return undefined;
    const where: Condition[] = [];
    if (keyword('WHERE')) {
      do {
        const property = name();
        const operator = symbol('=') ? '=' : symbol('<>') ? '<>' : keyword('LIKE') ? 'LIKE' : undefined;
        const value = literal();
        if (property === undefined || operator === undefined || value === undefined) return undefined;
        where.push({ property, operator, value });
      } while (keyword('AND'));
    }
    return atEnd() ? { kind: 'select', properties: isAll ? undefined : properties, from, where } : undefined;
  }
  if (!(keyword('ASSOCIATORS') && keyword('OF') && symbol('{'))) return undefined;
  const className = name();
  if (className === undefined || !symbol('.')) return undefined;
  const keys: Record<string, string> = {};
  do {
    const key = name();
    const value = symbol('=') ? literal() : undefined;
    if (key === undefined || value === undefined) return undefined;
    keys[key] = value;
  } while (symbol(','));
  if (!symbol('}')) return undefined;
  let assocClass: string | undefined;
  let resultClass: string | undefined;
  if (keyword('WHERE')) {
    for (;;) {
      if (keyword('ASSOCCLASS') && symbol('=')) assocClass = name();
      else if (keyword('RESULTCLASS') && symbol('=')) resultClass = name();
      else break;
    }
  }
  return atEnd() ? { kind: 'associators', of: { className, keys }, assocClass, resultClass } : undefined;
}

interface Token {
  readonly kind: 'word' | 'string' | 'number' | 'symbol';
  readonly text: string;
}

function tokens(text: string): readonly Token[] | undefined {
  const found: Token[] = [];
  const pattern = /\s*(?:([A-Za-z_]\w*)|(-?\d+)|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(<>|[*,.=<>{}()]))/suy;
  for (let end = text.trimEnd().length; pattern.lastIndex < end; ) {
    const match = pattern.exec(text);
    if (match === null) return undefined;
    const [, word, number, single, double, symbol] = match;
    const quoted = single ?? double;
    if (word !== undefined) found.push({ kind: 'word', text: word });
    else if (number !== undefined) found.push({ kind: 'number', text: number });
    else if (quoted !== undefined) found.push({ kind: 'string', text: quoted.replace(/\\(.)/gsu, '$1') });
    else found.push({ kind: 'symbol', text: symbol ?? '' });
    end = text.trimEnd().length;
  }
  return found;
}

/** WMI compares texts without case. */
export function holds(instance: Instance, { property, operator, value }: Condition): boolean {
  const name = Object.keys(instance.values).find((key) => key.toLowerCase() === property.toLowerCase());
  const found = name === undefined ? null : plain(instance.values[name] ?? null);
  if (found === null) return false;
  const [one, other] = [found.toLowerCase(), value.toLowerCase()];
  if (operator === '=') return one === other;
  if (operator === '<>') return one !== other;
  const escaped = other
    .replace(/[.*+?^${}()|\\]/g, '\\$&')
    .replaceAll('%', '.*')
    .replaceAll('_', '.');
  return new RegExp(`^${escaped}$`, 's').test(one);
}

/** A value of a property as text, for comparisons; null stays null. */
export function plain(value: Value): string | null {
  if (value === null) return null;
  if (typeof value !== 'object') return String(value);
  return 'datetime' in value ? value.datetime : String(value[0] ?? '');
}
