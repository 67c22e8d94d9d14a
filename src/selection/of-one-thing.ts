/** The grammar of `--where` for one thing that is looked at again and again: what `wait --for` waits for. */
import { UsageError } from '../core/errors.js';
import type { Json } from '../lib/read.js';
import { checkPatterns, conditionOf } from './condition.js';
import { type Expression, fieldsOf, type Word } from './expression.js';
import { type Fields, type Found, findField, suggestion } from './fields.js';
import { parseWhere } from './parse.js';
import { whereError } from './where-error.js';

/** A condition that one thing is to meet. */
export interface OneCondition {
  /**
   * Is it so?
   * @param now milliseconds since 1970, from which ages are counted
   * @throws UsageError for a field that the thing does not have, or a value that can be compared with no such word
   */
  readonly holds: (item: Json, now: number) => boolean;
  /** The fields that it names as they are: `status BUILD, task_state none`. */
  readonly state: (item: Json) => string;
}

/**
 * Reads a condition as `--where` has it, and for one field also `status==ACTIVE`, `status=ACTIVE,SHUTOFF` and
 * `status in ACTIVE,SHUTOFF`. Of one thing capitals make no difference, and nothing is `null`, `none` and `-`.
 *
 * @param option that has it, for errors
 * @param service type of the service that has the thing
 * @throws UsageError that shows what is wrong
 */
export function conditionOnOne(source: string, option: string, service: string): OneCondition {
  const under = <Value>(work: () => Value): Value => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      const { hint } = error;
      const message = error.message.replace('argument --where', `argument ${option}`);
      throw new UsageError(message, hint === undefined ? {} : { hint });
    }
  };
  const expression = withNothing(ofOneField(source) ?? under(() => parseWhere(source)));
  under(() => checkPatterns(expression, source));
  const fieldIn = (item: Json, word: Word): Found => {
    const fields: Fields = {
      columns: [],
      keys: new Set(Object.keys(item)),
      whole: (one) => one,
      service,
      isOpen: false,
    };
    const found = findField(word.text, fields, true);
    if (found !== undefined) return { ...found, isState: true };
    const meant = suggestion(word.text, fields);
    const hint = meant === undefined ? `There are: ${[...fields.keys].sort().join(', ')}.` : `Did you mean '${meant}'?`;
    throw whereError(source, word.place, `no field '${word.text}'`, hint);
  };
  return {
    holds: (item, now) =>
      under(() => conditionOf(expression, { source, now, field: (word) => fieldIn(item, word) })(item)),
    state: (item) => {
      const words = new Map(fieldsOf(expression).map((word) => [word.text, word]));
      return [...words].map(([name, word]) => `${name} ${asSeen(fieldIn(item, word).read(item))}`).join(', ');
    },
  };
}

const asSeen = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return 'none';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** One field, and one value or several behind commas, that need no quotes. */
const ONE_FIELD = /^\s*([\w:.-]+)\s*(?:(!?)={1,2}|\s(not\s+)?in\s)\s*([^()=<>~"'!]*)$/i;

/** What is no expression of `--where`, and means only one thing all the same. */
function ofOneField(source: string): Expression | undefined {
  const [, field, contrary, not, listed] = ONE_FIELD.exec(source) ?? [];
  if (field === undefined || listed === undefined || /(?:^|\s)(?:and|or|not)(?:\s|$)/i.test(listed)) return undefined;
  const place = { from: 0, to: source.length };
  const values = listed.split(',').map((value) => ({ text: value.trim(), isQuoted: false, place }));
  const found: Expression = { kind: 'in', field: { text: field, isQuoted: false, place }, values };
  return contrary === '!' || not !== undefined ? { kind: 'not', part: found } : found;
}

/** The same expression, in which each word for nothing stands for all of them. */
function withNothing(expression: Expression): Expression {
  if (expression.kind === 'not') return { ...expression, part: withNothing(expression.part) };
  if ('parts' in expression) return { ...expression, parts: expression.parts.map(withNothing) };
  if (expression.kind === 'in') return { ...expression, values: expression.values.flatMap(nothings) };
  const { field, operator, value } = expression;
  if (!/^!?=$/.test(operator) || nothings(value).length === 1) return expression;
  const found: Expression = { kind: 'in', field, values: nothings(value) };
  return operator === '=' ? found : { kind: 'not', part: found };
}

const NOTHING = ['none', '-', ''];

function nothings(word: Word): readonly Word[] {
  if (word.isQuoted || ![...NOTHING, 'null'].includes(word.text.toLowerCase())) return [word];
  return [{ ...word, text: 'null' }, ...NOTHING.map((text) => ({ ...word, text, isQuoted: true }))];
}
