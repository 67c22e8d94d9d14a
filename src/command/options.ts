/**
 * Options and arguments as data. The builders only give a value its type; `cli/parse.ts` gives it its meaning. They copy
 * the details before they add to them, which V8 does many times faster than the other way round.
 */

interface OptionDetails {
  /** Environment variables that stand in for the option, first non-empty one wins. */
  readonly env?: readonly string[];
  /** Other long spellings, without dashes: `['bypass-url']`. */
  readonly aliases?: readonly string[];
  readonly short?: string | undefined;
  readonly hidden?: boolean;
  /** Nothing shows its value: not a trace, not an error, not the process's title. */
  readonly secret?: boolean;
  /** Names of options (keys of the same record) that cannot be given together with this one. */
  readonly conflicts?: readonly string[];
  /** Long spelling where it is not the key in kebab case. */
  readonly long?: string;
  /** An optional value that only an equals sign joins to its option: the next word is no part of it. */
  readonly requiresEquals?: boolean;
  /** The flag, by its key, that its letter is where none of its choices follows it. */
  readonly otherwise?: string;
  /** It has to be given, or stand in the environment. */
  readonly required?: boolean;
  /** A plain word may stand for it, in the order of these options, as for all of nova-manage's. */
  readonly isWord?: true;
  /** The Compute microversion that brought it: with an older one the option is as unknown as it is to the server. */
  readonly microversion?: string;
  /** The last Compute microversion that has it. */
  readonly lastMicroversion?: string;
  /** The version of the client's API from which on the client has it (`ClassicClient.versions`). */
  readonly apiVersion?: string;
  /** Versions before that one which have it all the same, as `2.0`. */
  readonly olderApis?: readonly string[];
  /** The section of the help in which it stands, where that is not that of all options: `filtering arguments`. */
  readonly group?: string;
  /** The output formats in which it has an effect, where that is not all of them. */
  readonly formats?: readonly string[];
  /**
   * An option of all commands that is only for those that show this: where a command catches the words that nobody
   * knows, it is one of them on others.
   */
  readonly shows?: readonly ('list' | 'show')[];
}

export interface Option<T = unknown> extends OptionDetails {
  readonly kind:
    | 'flag'
    | 'text'
    | 'optional-text'
    | 'integer'
    | 'optional-integer'
    | 'choice'
    | 'many'
    | 'several'
    | 'unknown';
  readonly help: string;
  /** As in the usage line, with its brackets: `<server>`. */
  readonly placeholder?: string;
  readonly choices?: readonly string[];
  /** What an unset option is. */
  readonly default?: T;
  /** What an option with an optional value means when it is given without one. */
  readonly const?: T;
  /** Only for the compiler. */
  readonly type?: T;
}

/** An option without a value: true where it is given. */
export const flag = (help: string, details: OptionDetails = {}): Option<boolean> => ({
  ...details,
  kind: 'flag',
  help,
  default: false,
});

/** An option with a value; undefined where it is not given. `placeholder` has its brackets: `<name>`. */
export const text = (placeholder: string, help: string, details: OptionDetails = {}): Option<string | undefined> => ({
  ...details,
  kind: 'text',
  placeholder,
  help,
});

/** An option without which the command makes no sense. */
export const requiredText = (placeholder: string, help: string, details: OptionDetails = {}): Option<string> => ({
  ...details,
  kind: 'text',
  placeholder,
  help,
  required: true,
});

/** Its value may be left out, which is then as if the option were, or as if `const` had been given. */
export const optionalText = (
  placeholder: string,
  help: string,
  details: OptionDetails & { readonly const?: string } = {},
): Option<string | undefined> => ({
  ...details,
  kind: 'optional-text',
  placeholder,
  help,
});

/** An option whose value is a whole number, as Python's int() reads it; with anything else the command line is wrong. */
export const integer = (
  placeholder: string,
  help: string,
  details: OptionDetails = {},
): Option<number | undefined> => ({
  ...details,
  kind: 'integer',
  placeholder,
  help,
});

/** `--all-tenants`, `--all-tenants 1`, `--all-tenants=0`: 0 when absent, 1 when given without a value. */
export const optionalInteger = (placeholder: string, help: string, details: OptionDetails = {}): Option<number> => ({
  ...details,
  kind: 'optional-integer',
  placeholder,
  help,
  default: 0,
  const: 1,
});

/** A switch that its variables turn on by a number: `CLIFF_FIT_WIDTH=1`, 0 for off. */
export const switchByNumber = (help: string, details: OptionDetails = {}): Option<number> => ({
  ...details,
  kind: 'optional-integer',
  help,
  default: 0,
  const: 1,
  requiresEquals: true,
});

/** An option whose value is one of these words; with another one the command line is wrong. */
export const choice = <const C extends string>(
  choices: readonly C[],
  help: string,
  details: OptionDetails & { readonly placeholder?: string } = {},
): Option<C | undefined> => ({ ...details, kind: 'choice', choices, help });

/** An option that may be given several times; each occurrence is kept, in order. */
export const many = (placeholder: string, help: string, details: OptionDetails = {}): Option<readonly string[]> => ({
  ...details,
  kind: 'many',
  placeholder,
  help,
  default: [],
});

/** The same, and each time one of these words. */
export const manyOf = (
  choices: readonly string[],
  help: string,
  details: OptionDetails = {},
): Option<readonly string[]> => ({ ...details, kind: 'many', choices, help, default: [] });

/**
 * An option that takes all words up to the next one (argparse's `*`), and may be given several times: the words of each
 * time, in order.
 */
export const several = (
  placeholder: string,
  help: string,
  details: OptionDetails = {},
): Option<readonly (readonly string[])[]> => ({
  ...details,
  kind: 'several',
  placeholder,
  help,
  default: [],
});

/**
 * Catches the words that neither an option nor an argument takes, in their order, as Python's parse_known_args does; or,
 * where there is a `--`, that and all behind it: what neutron's lists take for filters.
 */
export const unknownOptions = (help: string): Option<readonly string[]> => ({
  kind: 'unknown',
  help,
  hidden: true,
  default: [],
});

export interface Argument<T = unknown> {
  /** As in the usage line: `<server>`. */
  readonly placeholder: string;
  readonly help: string;
  readonly required: boolean;
  readonly variadic: boolean;
  /** The words that it may be. */
  readonly choices?: readonly string[];
  /** Neither in the help nor in the usage. */
  readonly hidden?: boolean;
  /** Nothing shows it: not a trace, not an error, not the process's title. */
  readonly secret?: boolean;
  readonly type?: T;
}

/** A word that must be there. `placeholder` is what usage lines and complaints call it: `<server>`. */
export const argument = (placeholder: string, help: string): Argument<string> => ({
  placeholder,
  help,
  required: true,
  variadic: false,
});

/** One of these words. */
export const choiceArgument = <const C extends string>(
  placeholder: string,
  choices: readonly C[],
  help: string,
): Argument<C> => ({ placeholder, help, required: true, variadic: false, choices });

/** A word that may be left out, and is undefined then. */
export const optionalArgument = (placeholder: string, help: string): Argument<string | undefined> => ({
  placeholder,
  help,
  required: false,
  variadic: false,
});

/** All remaining words, at least one. */
export const restArguments = (placeholder: string, help: string): Argument<readonly string[]> => ({
  placeholder,
  help,
  required: true,
  variadic: true,
});

/** All remaining words, be it none. */
export const anyWords = (placeholder: string, help: string): Argument<readonly string[]> => ({
  placeholder,
  help,
  required: false,
  variadic: true,
});

export type Options = Readonly<Record<string, Option>>;
export type Arguments = Readonly<Record<string, Argument>>;

type TypeOf<X> = X extends { readonly type?: infer T } ? (unknown extends T ? unknown : T) : never;

/** `{ limit: integer(…) }` → `{ limit: number | undefined }`. */
export type Values<S extends Readonly<Record<string, unknown>>> = { readonly [K in keyof S]: TypeOf<S[K]> };
