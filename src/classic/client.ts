import type { ApiErrorWords } from '../core/api-error-words.js';
import type { GlobalOverrides, SettingName, SettingVariables } from '../core/definitions.js';
import type { Failure } from '../core/errors.js';
import type { Settings } from '../core/settings.js';

/**
 * A client that we imitate, as a value: how it words what goes wrong, how its help and its tables look. One file of this
 * directory for each; everybody else asks the value, and nobody asks for a client by its name.
 */
export interface ClassicClient {
  /** The release whose bytes we print. */
  readonly version: string;
  /** The type of its service, to which a fixed endpoint, a service type or a service name belong. */
  readonly service: string;
  /**
   * Where the service has another type for each version of its API: the setting that says the version, the types by its
   * major number, and the one that is asked for where nobody says a version.
   */
  readonly serviceTypes?: {
    readonly setting: 'identityApiVersion' | 'computeApiVersion' | 'imageApiVersion' | 'volumeApiVersion';
    readonly byMajor: Readonly<Record<string, string>>;
    readonly otherwise: string;
  };
  /** Where the version of the API that is asked for decides which commands and options there are. */
  readonly versions?: VersionRules;
  /** The variables of its settings, where they are not those of everybody. */
  readonly env?: SettingVariables;
  /** What its settings are where nobody says them, where that is not everybody's default. */
  readonly defaults?: Readonly<Partial<Record<SettingName, string>>>;
  /** The options that all its commands take, where they are not those of everybody. */
  readonly globals?: GlobalOverrides;
  /** What `--version` prints of it, where that is more than the release. */
  readonly versionLine?: string;
  /**
   * The commands that the classic program has and we do not, a line each: its name, a colon, and what `openstack` calls
   * it, where that is known.
   */
  readonly missing?: () => Promise<{ readonly default: string }>;
  /** The sections of its help under our own name; left out: its commands stand in one. */
  readonly kinds?: () => Promise<{ readonly default: Kinds }>;
  /**
   * A command may be called by the beginning of its name where no other begins so, be it one that only the classic
   * program has. Left out: names are typed in full.
   */
  readonly abbreviates?: true;
  /** Options of the output that the chosen format has no use for are taken all the same. */
  readonly takesIdleOptions?: true;
  readonly login: LoginWords;
  readonly errors: ErrorWords;
  /** How it words refusals of a service, by its type; keystoneauth's words for the others. */
  readonly apiErrors?: Readonly<Record<string, ApiErrorWords>>;
  readonly help: HelpLayout;
  readonly tables: TableStyle;
}

/**
 * The kinds of thing that a client's commands are about, in the order of its help: a title, and how the names of the
 * commands begin. The longest beginning that fits counts; an empty one takes what is left.
 */
export type Kinds = Readonly<Record<string, readonly string[]>>;

/**
 * A client that knows commands and options from some version of its API on: that which is asked for, whatever the server
 * has (`apiVersion` of commands and options).
 */
export interface VersionRules {
  /** The service whose microversions its calls are in; left out: none but compute's. */
  readonly microversionsOf?: 'volume';
  /** The version that the settings ask for. @throws Failure for what is none */
  readonly asked: (settings: Pick<Settings, 'volumeApiVersion'>) => string;
  readonly unknownCommand: (verb: string) => Failure;
  /** @param option with its dashes */
  readonly unknownOption: (option: string, since: string) => Failure;
}

/** What is said and asked before a login. */
export interface LoginWords {
  /** The first of them of which nothing is there is said; a function where the kind of login decides which they are. */
  readonly requirements: readonly Requirement[] | ((settings: Settings) => readonly Requirement[]);
  /** One of the admin token and its endpoint is there; left out where the client knows neither. */
  readonly alone?: { readonly serviceToken: string; readonly serviceEndpoint: string };
  /** There is no password, and nobody to be asked for it. */
  readonly password: string;
  /** What a person is asked for a password; left out where the client asks nobody. */
  readonly passwordPrompt?: string;
}

/** What a login needs. */
export interface Requirement {
  /**
   * Somebody: a user or a token. A scope: a project, a domain, a system or a trust. A password, whoever it is of, unless a
   * person is asked for it or another proof is there.
   */
  readonly needs: 'user' | 'scope' | 'password' | 'auth url';
  /** It is only missed where this is there. */
  readonly beside?: 'password';
  readonly sentence: string;
}

/** The last lines on stderr, for which scripts grep. */
export interface ErrorWords {
  /** What a failed command says. `name`: the class of the client's exception, as `NotFound`. */
  readonly failure: (name: string, message: string) => string;
  /** Python 2's argparse says `too few arguments` where Python 3's names them. */
  readonly argparse: 'python2' | 'python3';
  /** A wrong command line: `nova-manage service: error: …`, `swift: error: …` whatever the command, or `error: …` alone. */
  readonly usagePrefix: 'program' | 'program alone' | 'none';
  /** `Try 'nova help show' for more information.` stands below a wrong command line. */
  readonly usagePointsToHelp: boolean;
  /**
   * Above a wrong command line stands the whole help of the command, not its usage; and too many words for a command are
   * no wrong command line, but fail with that help and nothing else.
   */
  readonly showsWholeHelp?: true;
  /** A word that is no command, where it is not argparse's complaint about a wrong command line but fails as a whole. */
  readonly unknownCommand?: (word: string, following: readonly string[]) => string;
  /** With the exit code of a wrong usage all the same. */
  readonly unknownCommandIsUsage?: true;
  /** `nosuch --help` shows the help of the whole program. Left out: it is wrong. */
  readonly helpWins?: true;
  /** `help nosuch` shows the help of the whole program. Left out: there is no help on it. */
  readonly helpOnAnything?: true;
}

/** The layout of a command's help. */
export interface HelpLayout {
  /** Titles of its sections; what has the same title stands in one. */
  readonly sections: { readonly arguments: string; readonly options: string };
  /** The column from which on it is said what things mean, if a shorter one is not enough. */
  readonly column: number;
  /** What stands above the commands in the help of the program, below its options; left out: argparse's list above them. */
  readonly commandsTitle?: string;
  /** Are other names of an option shown beside its first one? */
  readonly showsAliases: boolean;
  /** What stands in the help and usage of each command beside its own options; loaded where it is shown. */
  readonly formatters?: () => Promise<{ readonly default: FormatterHelp }>;
}

/** Options that a framework gives commands, by what they show: pieces of their usage lines, and sections of their help. */
export type FormatterHelp = Readonly<
  Record<'list' | 'show' | 'text', { readonly usage: readonly string[]; readonly sections: string }>
>;

/** How a client's tables look, and what it makes of values that are no text. */
export interface TableStyle {
  /** `numbers-right`: to the left, but for the columns of a list whose first row has a number there. */
  readonly align: 'left' | 'centre' | 'numbers-right';
  /** Carriage returns in a cell: left out, newlines or blanks, or shown as `\r`. */
  readonly carriageReturn: 'dropped' | 'newline' | 'blank' | 'escaped';
  /** Columns that `-c` and `--sort-column` name and that are not there: passed over, if one is there; left out: refused. */
  readonly unknownColumns?: 'passed over';
  /** The client is an early release of another one, without what came later (`ListView.earlyColumns`, `Field.isLaterText`). */
  readonly early?: true;
  /** What ends the lines of csv; left out: a newline. */
  readonly csvLineEnd?: '\r\n';
  readonly list: CellTexts & {
    /** A list without rows: the table's head, or an empty line. */
    readonly empty: 'head' | 'blank line';
    /** What sorts a list whose command names no column. */
    readonly sortBy: 'first column' | 'nothing';
  };
  readonly show: CellTexts & {
    readonly titles: readonly [string, string];
    /** Lines instead of a table: `%14s: %s`, as wide as the longest name; what is null has none. */
    readonly asLines?: true;
    /** By the names of the fields; else they stay in the command's order. */
    readonly sorted: boolean;
    /**
     * How `--wrap` and its like fold a value: all of it between words as Python's textwrap, in which null is `None`; after
     * so many characters; or each line of both columns where it is wider than that (PrettyTable's max_width).
     */
    readonly wrap: 'words' | 'characters' | 'columns';
    /** A backslash followed by an n, as in a traceback within JSON, starts a new row. */
    readonly splitsEscapedNewlines: boolean;
  };
}

/** What is written for a value that has no text of its own. */
export interface CellTexts {
  readonly null: string;
  /** Null where a single thing is not in a table; left out: no text, but null itself. */
  readonly nullPlain?: '';
  /** What the API does not tell; left out: as null. */
  readonly absent?: string;
  /** Zero, false, and empty lists and objects; left out: as Python's str() has them. */
  readonly falsy?: string;
  /**
   * Lists and objects: JSON, Python's str() of them under Python 2 or 3, or one item a line (objects in it as JSON).
   */
  readonly nested: 'json' | 'python2' | 'python3' | 'lines';
  /** With `lines`: the order of an object's members; left out: as they came. */
  readonly order?: (keys: readonly string[]) => readonly string[];
  /** The same in csv and value, where it is another text than in tables. */
  readonly nestedPlain?: 'python2' | 'python3';
  /** Numbers are made text before the table sorts and aligns them. */
  readonly numbersAreText?: boolean;
}
