import type { Option, Options } from '../command/options.js';
import { UsageError } from '../core/errors.js';

/**
 * The classic shells' grammar on top of a plain option parser: `--os_x` for `--os-x`, unique prefixes of long options,
 * values that are optional. What comes out is canonical: `--name`, `--name=value`, and plain words.
 */

/** An option that a word names. */
interface Found {
  readonly key: string;
  readonly option: Option;
}

/** An option under one of its spellings. */
interface Spelling extends Found {
  readonly name: string;
}

/** The long spelling of an option's key: `allTenants` is `--all-tenants`. */
export function longName(key: string, option: Option): string {
  return option.long ?? key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** An option as argparse's complaints name it: `-P/--page-size`. */
export function argumentName(key: string, option: Option): string {
  const long = `--${longName(key, option)}`;
  return option.short !== undefined ? `-${option.short}/${long}` : long;
}

/** Can the option's value be left out? */
export const mayStandAlone = ({ kind }: Option): boolean => kind === 'optional-integer' || kind === 'optional-text';

export class Grammar {
  private readonly own: Options;
  private readonly global: () => Options;
  private readonly catchesUnknown: boolean;
  private readonly positionals: number;

  /**
   * `own` are the command's options; they win over `global` ones, which are asked for once a word could be one.
   * @param positionals how many plain words the command takes; where it catches unknown words, more are such words
   */
  constructor(own: Options, global: () => Options, positionals = Number.POSITIVE_INFINITY) {
    this.positionals = positionals;
    this.own = own;
    this.global = global;
    this.catchesUnknown = Object.values(own).some(isUnknown);
  }

  /** One more word, and the ones that it takes with it. Undefined: the word is no option that we know. */
  private take(
    word: string,
    next: string | undefined,
  ): { readonly words: readonly string[]; readonly used: 1 | 2; readonly found: Found } | undefined {
    const equals = word.startsWith('--') ? word.indexOf('=') : -1;
    const head = equals < 0 ? word : word.slice(0, equals);
    const found = head.startsWith('--') ? this.long(head.slice(2)) : this.short(word);
    if (found === undefined) return undefined;
    const attached =
      equals >= 0 ? word.slice(equals + 1) : head.startsWith('--') ? undefined : word.slice(2) || undefined;
    const { key, option } = found;
    const flag = `--${longName(key, option)}`;
    const said = (): string => argumentName(key, option);
    if (option.kind === 'flag') {
      if (attached === undefined) return { words: [flag], used: 1, found };
      throw new UsageError(`argument ${said()}: ignored explicit argument '${attached}'`);
    }
    if (option.kind === 'several') {
      return { words: attached === undefined ? [] : [attached], used: 1, found };
    }
    const other = word.length === 2 && option.otherwise !== undefined ? this.global()[option.otherwise] : undefined;
    if (option.otherwise !== undefined && other !== undefined && !option.choices?.includes(next ?? '')) {
      return {
        words: [`--${longName(option.otherwise, other)}`],
        used: 1,
        found: { key: option.otherwise, option: other },
      };
    }
    if (attached !== undefined) return { words: [`${flag}=${attached}`], used: 1, found };
    if (next !== undefined && (!looksLikeOption(next) || this.isText(next)) && !option.requiresEquals)
      return { words: [`${flag}=${next}`], used: 2, found };
    if (mayStandAlone(option)) return { words: [flag], used: 1, found };
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
      else if (taken.found.option.kind === 'several') {
        const { key } = taken.found;
        const values = taken.words.length > 0 ? taken.words : upToOption(at + 1);
        several.set(key, [...(several.get(key) ?? []), values]);
        at += taken.words.length > 0 ? 0 : values.length;
      } else {
        options.push(...taken.words);
        typed.set(taken.found.key, taken.found.option);
      }
      at += taken?.used ?? 1;
    }
    return { options, typed, plain, unknown, caught, several, rest: [] };
  }

  private long(typed: string): Found | undefined {
    const name = typed.includes('_') ? typed.replaceAll('_', '-') : typed;
    const exact = exactly(name, this.own) ?? exactly(name, this.global());
    if (exact !== undefined) return exact;
    const own = spellings(this.own);
    // Where unknown options are caught, the beginning of a common one is one of them.
    for (const candidates of this.catchesUnknown ? [own] : [own, [...own, ...spellings(this.global())]]) {
      const matches = candidates.filter((spelling) => spelling.name.startsWith(name) && !spelling.option.hidden);
      if (new Set(matches.map((match) => match.key)).size === 1) return matches[0];
      if (matches.length > 1) {
        const could = matches.map((match) => `--${match.name}`).join(', ');
        throw new UsageError(`ambiguous option: --${typed} could match ${could}`);
      }
    }
    return undefined;
  }

  /** argparse's exception: what has a blank in it and begins with no option of the command is a value: `-v uptime`. */
  private isText(word: string): boolean {
    const blank = word.indexOf(' ');
    if (blank < 0 || word.slice(0, blank).includes('=')) return false;
    return word.startsWith('--') || !Object.values(this.own).some(({ short }) => short === word[1]);
  }

  /** `-t` of `-lt`: what stands behind a short flag is another short option. */
  private shared(word: string): string | undefined {
    const flag = word.length > 2 && word.startsWith('-') ? this.letter(word[1]) : undefined;
    if (flag?.option.kind !== 'flag' || this.letter(word[2]) === undefined) return undefined;
    return `-${word.slice(2)}`;
  }

  private letter(letter: string | undefined): Found | undefined {
    if (letter === undefined) return undefined;
    for (const options of [this.own, this.global()]) {
      const key = Object.keys(options).find((one) => options[one]?.short === letter);
      const option = key === undefined ? undefined : options[key];
      if (key !== undefined && option !== undefined) return { key, option };
    }
    return undefined;
  }

  private short(word: string): Found | undefined {
    const found = this.letter(word[1]);
    return found?.option.kind === 'flag' && word.length > 2 ? undefined : found;
  }

  /** Every long spelling that may be shown, for suggestions. */
  names(): readonly string[] {
    const all = [...spellings(this.own), ...spellings(this.global())];
    return all.filter((spelling) => !spelling.option.hidden).map((spelling) => `--${spelling.name}`);
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

/** Is it no option of its own, but the place for options that nobody knows (`command/options.ts`)? */
export const isUnknown = ({ kind }: Option): boolean => kind === 'unknown';

/** argparse's rule: a dash begins an option, except alone or before a number. */
function looksLikeOption(word: string): boolean {
  return word.length > 1 && word.startsWith('-') && !/^-\d+$|^-\d*\.\d+$/.test(word);
}

/**
 * The option of exactly this spelling. Most words are one, and are found by the option's key or by a look at what its
 * names are: a list of all spellings, of which there are a hundred, would be one of the larger parts of a run.
 */
function exactly(name: string, options: Options): Found | undefined {
  const likely = name.replace(/-[a-z]/g, (dash) => dash.slice(1).toUpperCase());
  const option = Object.hasOwn(options, likely) ? options[likely] : undefined;
  if (option !== undefined && !isUnknown(option) && longName(likely, option) === name) return { key: likely, option };
  for (const key of Object.keys(options)) {
    const other = options[key];
    if (other === undefined || (other.long === undefined && other.aliases === undefined)) continue;
    if (namesOf(key, other).includes(name)) return { key, option: other };
  }
  return undefined;
}

function spellings(options: Options): readonly Spelling[] {
  return Object.entries(options).flatMap(([key, option]) =>
    isUnknown(option) ? [] : namesOf(key, option).map((name) => ({ name, key, option })),
  );
}

/** Typed words are compared with dashes in the place of underscores, so some clients' own spellings are, too. */
function namesOf(key: string, option: Option): readonly string[] {
  return [longName(key, option), ...(option.aliases ?? [])].map((name) =>
    name.includes('_') ? name.replaceAll('_', '-') : name,
  );
}
