import type { Option, Options } from '../command/options.js';
import { UsageError } from '../core/errors.js';

/**
 * The classic shells' grammar on top of a plain option parser: `--os_x` for `--os-x`, unique prefixes of long options,
 * values that are optional. What comes out is canonical: `--name`, `--name=value`, and plain words.
 */

/** An option under one of its spellings. */
interface Spelling {
  readonly name: string;
  readonly key: string;
  readonly option: Option;
}

/** The long spelling of an option's key: `allTenants` is `--all-tenants`. */
export function longName(key: string, option: Option): string {
  return option.long ?? key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** An option as argparse's complaints name it: `-P/--page-size`. */
export function argumentName(key: string, option: Option, isOwn: boolean): string {
  const long = `--${longName(key, option)}`;
  return isOwn && option.short !== undefined ? `-${option.short}/${long}` : long;
}

/** Can the option's value be left out? */
export const mayStandAlone = ({ kind }: Option): boolean => kind === 'optional-integer' || kind === 'optional-text';

export class Grammar {
  private readonly own: readonly Spelling[];
  private readonly all: readonly Spelling[];
  private readonly catchesUnknown: boolean;
  private readonly positionals: number;

  /**
   * `own` are the command's options; they win over `global` ones where a word could mean either.
   * @param positionals how many plain words the command takes; where it catches unknown words, more are such words
   */
  constructor(own: Options, global: Options, positionals = Number.POSITIVE_INFINITY) {
    this.positionals = positionals;
    this.own = spellings(own);
    this.all = [...this.own, ...spellings(global)];
    this.catchesUnknown = Object.values(own).some(isUnknown);
  }

  /** One more word, and the ones that it takes with it. Undefined: the word is no option that we know. */
  private take(
    word: string,
    next: string | undefined,
  ): { readonly words: readonly string[]; readonly used: 1 | 2; readonly spelling: Spelling } | undefined {
    const equals = word.startsWith('--') ? word.indexOf('=') : -1;
    const head = equals < 0 ? word : word.slice(0, equals);
    const found = head.startsWith('--') ? this.long(head.slice(2)) : this.short(word);
    if (found === undefined) return undefined;
    const attached =
      equals >= 0 ? word.slice(equals + 1) : head.startsWith('--') ? undefined : word.slice(2) || undefined;
    const { key, option } = found;
    const flag = `--${longName(key, option)}`;
    const said = (): string => argumentName(key, option, this.own.includes(found));
    if (option.kind === 'flag') {
      if (attached === undefined) return { words: [flag], used: 1, spelling: found };
      throw new UsageError(`argument ${said()}: ignored explicit argument '${attached}'`);
    }
    if (option.kind === 'several') {
      return { words: attached === undefined ? [] : [attached], used: 1, spelling: found };
    }
    if (attached !== undefined) return { words: [`${flag}=${attached}`], used: 1, spelling: found };
    if (next !== undefined && !looksLikeOption(next) && !option.requiresEquals)
      return { words: [`${flag}=${next}`], used: 2, spelling: found };
    if (mayStandAlone(option)) return { words: [flag], used: 1, spelling: found };
    throw new UsageError(`argument ${said()}: expected one argument`);
  }

  /**
   * Splits words into canonical options, plain words, and what nobody knows, or a command catches.
   * @param stopAt called with each plain word; true ends the reading there (the word itself is left in `rest`).
   */
  read(given: readonly string[], stopAt: (word: string) => boolean = () => false): Reading {
    const words = [...given];
    const options: string[] = [];
    const typed = new Map<string, Option>();
    const plain: string[] = [];
    const unknown: string[] = [];
    const caught: string[] = [];
    const several = new Map<string, readonly (readonly string[])[]>();
    /** The words from here up to the next option. */
    const upToOption = (from: number): readonly string[] => {
      const next = words.findIndex((one, index) => index >= from && looksLikeOption(one));
      return words.slice(from, next < 0 ? undefined : next);
    };
    let at = 0;
    while (at < words.length) {
      const word = words[at] ?? '';
      if (word === '--' && this.catchesUnknown) {
        return { options, typed, plain, unknown, caught: words.slice(at), several, rest: [] };
      }
      if (word === '--') {
        plain.push(...words.slice(at + 1));
        return { options, typed, plain, unknown, caught, several, rest: [] };
      }
      if (!looksLikeOption(word)) {
        if (stopAt(word)) return { options, typed, plain, unknown, caught, several, rest: words.slice(at) };
        (this.catchesUnknown && plain.length >= this.positionals ? caught : plain).push(word);
        at += 1;
        continue;
      }
      const rest = this.shared(word);
      if (rest !== undefined) words.splice(at, 1, word.slice(0, 2), rest);
      const taken = this.take(words[at] ?? '', words[at + 1]);
      if (taken === undefined) (this.catchesUnknown ? caught : unknown).push(word);
      else if (taken.spelling.option.kind === 'several') {
        const { key } = taken.spelling;
        const values = taken.words.length > 0 ? taken.words : upToOption(at + 1);
        several.set(key, [...(several.get(key) ?? []), values]);
        at += taken.words.length > 0 ? 0 : values.length;
      } else {
        options.push(...taken.words);
        typed.set(taken.spelling.key, taken.spelling.option);
      }
      at += taken?.used ?? 1;
    }
    return { options, typed, plain, unknown, caught, several, rest: [] };
  }

  private long(typed: string): Spelling | undefined {
    const name = typed.replaceAll('_', '-');
    const exact = this.all.find((spelling) => spelling.name === name);
    if (exact !== undefined) return exact;
    // Where unknown options are caught, the beginning of a common one is one of them.
    for (const candidates of this.catchesUnknown ? [this.own] : [this.own, this.all]) {
      const matches = candidates.filter((spelling) => spelling.name.startsWith(name) && !spelling.option.hidden);
      if (new Set(matches.map((match) => match.key)).size === 1) return matches[0];
      if (matches.length > 1) {
        const could = matches.map((match) => `--${match.name}`).join(', ');
        throw new UsageError(`ambiguous option: --${typed} could match ${could}`);
      }
    }
    return undefined;
  }

  /** `-t` of `-lt`: what stands behind a short flag is another short option. */
  private shared(word: string): string | undefined {
    const flag = word.length > 2 && /^-\w+/.test(word) ? this.letter(word[1]) : undefined;
    if (flag?.option.kind !== 'flag' || this.letter(word[2]) === undefined) return undefined;
    return `-${word.slice(2)}`;
  }

  private letter(letter: string | undefined): Spelling | undefined {
    return this.all.find((spelling) => spelling.option.short === letter);
  }

  private short(word: string): Spelling | undefined {
    const found = this.letter(word[1]);
    return found?.option.kind === 'flag' && word.length > 2 ? undefined : found;
  }

  /** Every long spelling that may be shown, for suggestions. */
  names(): readonly string[] {
    return this.all.filter((spelling) => !spelling.option.hidden).map((spelling) => `--${spelling.name}`);
  }
}

export interface Reading {
  readonly options: readonly string[];
  /** The options that these are, by their keys. */
  readonly typed: ReadonlyMap<string, Option>;
  readonly plain: readonly string[];
  readonly unknown: readonly string[];
  /** Words that nobody knows and the command catches, in their order. */
  readonly caught: readonly string[];
  /** Options that take several words, by their keys: the words of each time. */
  readonly several: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly rest: readonly string[];
}

export const isUnknown = ({ kind }: Option): boolean => kind === 'unknown';

/** argparse's rule: a dash begins an option, except alone or before a number. */
function looksLikeOption(word: string): boolean {
  return word.length > 1 && word.startsWith('-') && !/^-\d+$|^-\d*\.\d+$/.test(word);
}

/** A command line is read two or three times, and the global options are the same each time. */
const spelled = new WeakMap<Options, readonly Spelling[]>();

function spellings(options: Options): readonly Spelling[] {
  const known = spelled.get(options);
  if (known !== undefined) return known;
  const all: Spelling[] = [];
  for (const [key, option] of Object.entries(options)) {
    if (isUnknown(option)) continue;
    // Typed words are compared with dashes in the place of underscores, so some clients' own spellings are, too.
    for (const name of [longName(key, option), ...(option.aliases ?? [])]) {
      all.push({ name: name.includes('_') ? name.replaceAll('_', '-') : name, key, option });
    }
  }
  spelled.set(options, all);
  return all;
}
