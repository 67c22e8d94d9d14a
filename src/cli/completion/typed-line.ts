/** A command line that is being typed, read as far as it goes: nothing in it is wrong yet. */
import type { Option, Options } from '../../command/options.js';
import { definitionOf } from '../../core/definitions.js';
import { isUnknown, longName, mayStandAlone } from '../grammar.js';

/** Options by all of their spellings, with their dashes. */
export type Spellings = ReadonlyMap<string, { readonly key: string; readonly option: Option }>;

/** The options by every spelling that a command line may have, with its dashes: `-f`, `--format`. */
export function spellingsOf(options: Options): Spellings {
  const all = new Map<string, { readonly key: string; readonly option: Option }>();
  for (const [key, option] of Object.entries(options)) {
    if (isUnknown(option)) continue;
    if (option.short !== undefined) all.set(`-${option.short}`, { key, option });
    for (const alias of option.aliases ?? []) all.set(`--${alias}`, { key, option });
    all.set(`--${longName(key, option)}`, { key, option });
  }
  return all;
}

/** Is its value one that nobody is to see? */
export const isSecret = (key: string, { secret }: Option): boolean =>
  secret === true || definitionOf(key)?.traits.secret === true;

export interface TypedLine {
  readonly plain: readonly string[];
  /** The values of options, by their keys. */
  readonly values: ReadonlyMap<string, string>;
  /** The option that the next word is the value of. */
  readonly pending: { readonly key: string; readonly option: Option } | undefined;
  /** `--` was typed: no option follows. */
  readonly isPlain: boolean;
  /** The value of an option that nobody is to see is among the words. */
  readonly hasSecret: boolean;
}

/** Reads words as they are. @param isLast where to stop: at a plain word for which this is true */
export function readTyped(words: readonly string[], spellings: Spellings): TypedLine {
  const plain: string[] = [];
  const values = new Map<string, string>();
  let pending: { readonly key: string; readonly option: Option } | undefined;
  let isPlain = false;
  let hasSecret = false;
  const give = (key: string, option: Option, value: string): void => {
    values.set(key, value);
    hasSecret ||= isSecret(key, option);
  };
  for (const word of words) {
    const isOption = !isPlain && word.startsWith('-') && word.length > 1;
    if (pending !== undefined && !isOption) {
      give(pending.key, pending.option, word);
      if (pending.option.kind !== 'several') pending = undefined;
      continue;
    }
    pending = undefined;
    if (word === '--' && !isPlain) isPlain = true;
    else if (!isOption) plain.push(word);
    else {
      const equals = word.startsWith('--') ? word.indexOf('=') : -1;
      const found = optionOf(equals < 0 ? word : word.slice(0, equals), spellings);
      if (found === undefined || found.option.kind === 'flag') continue;
      if (equals >= 0) give(found.key, found.option, word.slice(equals + 1));
      else if (!word.startsWith('--') && word.length > 2) give(found.key, found.option, word.slice(2));
      else if (!mayStandAlone(found.option)) pending = found;
    }
  }
  return { plain, values, pending, isPlain, hasSecret };
}

/** The option that a word names: whole, with underscores, by the only name that begins so, or by its letter. */
export function optionOf(
  typed: string,
  spellings: Spellings,
): { readonly key: string; readonly option: Option } | undefined {
  const exact = spellings.get(typed) ?? spellings.get(typed.replaceAll('_', '-'));
  if (exact !== undefined) return exact;
  if (!typed.startsWith('--')) return spellings.get(typed.slice(0, 2));
  const begun = new Map([...spellings].filter(([name]) => name.startsWith(typed)).map(([, one]) => [one.key, one]));
  return begun.size === 1 ? [...begun.values()][0] : undefined;
}
