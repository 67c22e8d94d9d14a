import { escapeRegExp, isUuidLike } from '../services/find.js';
import type { Query } from '../session/session.js';
import type { Comparison, Expression, Word } from './expression.js';
import type { Names } from './name-lists.js';
import type { Kind } from './references.js';
import type { ServerFilter, ServerList } from './server-list.js';

/**
 * What of an expression a list can be asked for: the comparisons that all that is wanted must meet. Of several for one
 * filter the first.
 *
 * @param query what it is asked with already: nothing of that is changed
 * @param names the names of a kind, where a name is to be sent as an id
 */
export async function pushedDown(
  expression: Expression | undefined,
  { filters, words }: ServerList,
  query: Query,
  names: (kind: Kind) => Promise<Names>,
): Promise<Query> {
  const pushed: Record<string, string> = {};
  for (const { field, value } of expression === undefined ? [] : necessary(expression)) {
    const key = field.text.toLowerCase().replace(/[\s_-]/g, '');
    const filter = Object.hasOwn(filters, key) ? filters[key] : undefined;
    if (filter === undefined) continue;
    const as = filter.as ?? key;
    if (query[as] !== undefined || pushed[as] !== undefined) continue;
    if (filter.beside !== undefined && query[filter.beside] === undefined) continue;
    if (filter.notBeside !== undefined && query[filter.notBeside] !== undefined) continue;
    const sent = await valueFor(value, { words, ...filter }, names);
    if (sent !== undefined) pushed[as] = sent;
  }
  return pushed;
}

/** The comparisons with `=` without which nothing is wanted. */
function necessary(expression: Expression): readonly Comparison[] {
  if (expression.kind === 'and') return expression.parts.flatMap(necessary);
  return expression.kind === 'compare' && expression.operator === '=' ? [expression] : [];
}

/** What is sent for a word; undefined where the service might take it for less than is meant. */
async function valueFor(
  { text, isQuoted }: Word,
  { states, isPattern, isPrefix, isNumber, kind, words }: ServerFilter & Pick<ServerList, 'words'>,
  names: (kind: Kind) => Promise<Names>,
): Promise<string | undefined> {
  const isGlob = !isQuoted && /[*?]/.test(text);
  if (text === '' || !/^[\x20-\x7e]*$/.test(text) || (!isQuoted && text.toLowerCase() === 'null')) return undefined;
  if (states !== undefined) return states.find((state) => state.toLowerCase() === text.toLowerCase());
  if (isPattern) return `^${isGlob ? patternOf(text) : escapeRegExp(text)}$`;
  if (isPrefix) return (isGlob ? /^[^*?]*/.exec(text)?.[0] : text) || undefined;
  if (isGlob) return undefined;
  if (isNumber) return /^\d{1,9}$/.test(text) ? text : undefined;
  if (kind === undefined) return words?.test(text) === false ? undefined : text;
  if (isUuidLike(text)) return text;
  const ids = [...(await names(kind))].filter(([id, name]) => id === text || name === text);
  return ids.length === 1 ? ids[0]?.[0] : undefined;
}

const patternOf = (glob: string): string =>
  glob.replace(/[*?]|[^*?]+/g, (part) => (part === '*' ? '.*' : part === '?' ? '.' : escapeRegExp(part)));
