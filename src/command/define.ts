import { atLeast } from '../lib/microversion.js';
import type { Column, Field, Lines, Section, Style, View } from '../lib/view.js';
import type { Workings } from '../lib/workings.js';
import type { Session } from '../session/session.js';
import type { Arguments, Options, Values } from './options.js';
import { checkSince } from './since.js';

/** What a command is given to work with. */
export interface Context<O, A> {
  readonly session: Session;
  readonly options: O;
  readonly args: A;
  /** One line for the person on stderr; silent with `--quiet`. */
  readonly warn: (line: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What only our own commands use. */
  readonly program: Program;
}

/** The program as its own commands see it. */
export interface Program {
  /** Runs another command line on the embedded cloud: all that it says, and its exit code. */
  readonly run: (words: readonly string[]) => Promise<{ readonly screen: string; readonly code: number }>;
  /**
   * Serves the embedded cloud on loopback until the process ends; port 0 takes a free one. `compute`: the guide's API,
   * or the one with microversions.
   */
  readonly serve: (port: number, compute: 'v2' | 'v2.1') => Promise<{ readonly url: string; readonly login: Login }>;
  /** Is a person reading what the command prints? */
  readonly isTerminal: () => boolean;
  /** Makes a file that is not there yet, whole or not at all; false when there is one. */
  readonly createFile: (path: string, content: string | Uint8Array, mode?: number) => Promise<boolean>;
  /** The programs that we can be, when a link calls us by their name. */
  readonly names: readonly string[];
  readonly links: () => Promise<Links>;
  /** Settings and network, for the commands that look at them. */
  readonly workings: () => Promise<Workings>;
  /** The exit code, once everything is shown, is 1. */
  readonly fail: () => void;
}

/** What stands in a folder under a program's name; `other` is never touched. */
export interface Place {
  readonly file: string;
  readonly state: 'none' | 'ours' | 'other';
  /** `a file`, `a link to …`. */
  readonly what?: string;
}

/** The links by which this program is called under other names. Everything here throws a `Failure` with a sentence. */
export interface Links {
  /** Where they lead: our own program. */
  readonly target: string;
  /** The folders of PATH, first ones first. */
  readonly folders: readonly string[];
  /** The whole path of a folder that is there. */
  readonly folder: (given: string) => string;
  readonly look: (folder: string, name: string) => Place;
  readonly make: (folder: string, name: string) => void;
  /** False when there is no link of ours. */
  readonly remove: (folder: string, name: string) => boolean;
}

/** A login to the embedded cloud. */
export interface Login {
  readonly authUrl: string;
  readonly username: string;
  readonly password: string;
  readonly tenantName: string;
  readonly region: string;
}

/**
 * A command in the words of `openstack`; of several, the first whose plain `{key}`s are all given; false where it has
 * none. Options stand in it by their keys; what is not named follows it: arguments in order, options as
 * `cli/translate.ts` has them.
 *
 * | in the words | is |
 * | --- | --- |
 * | `{server}` | the value, alone or in a word |
 * | `{tenant:}` | the value, if there is one |
 * | `{length:--lines}` | `--lines` and the value, if there is one; for a flag only `--lines` |
 * | `{locked:--locked\|--unlocked}` | one for true, the other for false |
 * | `{type!}` | nothing: it is meant by the words |
 * | `{host?}` | nothing, and it is said that there is no such option |
 */
export type Translation = string | readonly string[] | false;

/** A command is a value: what may be asked, where the answer comes from, what is shown of it. */
export interface Command {
  readonly style: Style;
  readonly options: Options;
  readonly arguments: Arguments;
  /** Does it use the session? Then what is missing for a login is said before anything else. */
  readonly login: boolean;
  /** Does it tell what is wrong with the settings itself? Then nothing is said before, and no login is kept or taken. */
  readonly diagnoses: boolean;
  readonly openstack: Translation;
  readonly view: (context: Context<never, never>) => Promise<View>;
}

/** A column, and when it is there. */
export interface ColumnSpec<Item, O> extends Column<Item> {
  readonly when?: (options: O) => boolean;
  /** The Compute microversion that brought the column, and the one that took it away. */
  readonly since?: string;
  readonly until?: string;
}

type Columns<Item, O> =
  | Readonly<Record<string, ColumnSpec<Item, O>>>
  /** For columns that the options or the data decide; `first` is the first page, empty when there is nothing. */
  | ((options: O, first: readonly Item[]) => readonly Column<Item>[]);

interface ListSpec<O extends Options, A extends Arguments, Item> {
  readonly openstack?: Translation;
  /** Default: it needs one. */
  readonly login?: boolean;
  readonly diagnoses?: boolean;
  readonly style?: Style;
  readonly options?: O;
  readonly arguments?: A;
  /** Page by page. */
  readonly rows: (context: Context<Values<O>, Values<A>>) => AsyncIterable<readonly Item[]>;
  readonly columns: Columns<Item, Values<O>>;
  /** Title of the column that sorts the classic table. */
  readonly sortBy?: string | ((options: Values<O>) => string | undefined);
  /** The classic text where it is no table. */
  readonly lines?: Lines;
  /** What stands above the classic table, without its last newline. */
  readonly above?: string | ((context: Context<Values<O>, Values<A>>) => string);
  /** What the classic text is when there are no rows, without its newline; left out: an empty table. */
  readonly empty?: string;
  /** The Compute microversion that brought what the command asks for. */
  readonly since?: string;
}

const none = {};

/** A command that shows a table of items. */
export function list<const O extends Options, const A extends Arguments, Item>(spec: ListSpec<O, A, Item>): Command {
  const view = async (context: Context<Values<O>, Values<A>>): Promise<View> => {
    const { options } = context;
    const pages = spec.rows(context);
    const sortBy = typeof spec.sortBy === 'function' ? spec.sortBy(options) : spec.sortBy;
    const { columns, pages: all } = await chooseColumns(spec.columns, context, pages);
    const above = typeof spec.above === 'function' ? spec.above(context) : spec.above;
    return {
      kind: 'list',
      style: spec.style ?? 'nova',
      // A column only ever sees the items that its own command's `rows` gave.
      columns: columns as readonly Column[],
      pages: all,
      ...(sortBy === undefined ? {} : { sortBy }),
      ...(spec.lines === undefined ? {} : { lines: spec.lines }),
      ...(above === undefined ? {} : { above }),
      ...(spec.empty === undefined ? {} : { empty: spec.empty }),
    };
  };
  return erase(spec, view);
}

interface ShowSpec<O extends Options, A extends Arguments> {
  readonly openstack?: Translation;
  readonly style?: Style;
  readonly options?: O;
  readonly arguments?: A;
  readonly fields: (context: Context<Values<O>, Values<A>>) => Promise<readonly Field[]>;
  /** Columns at which the classic table wraps values; 0 or undefined: never. */
  readonly wrap?: number | ((options: Values<O>) => number | undefined);
  /** Titles of the classic table's columns, where they are not the style's own. */
  readonly titles?: readonly [string, string];
  /** The Compute microversion that brought what the command asks for. */
  readonly since?: string;
}

/** A command that shows the fields of one thing. */
export function show<const O extends Options, const A extends Arguments>(spec: ShowSpec<O, A>): Command {
  const view = async (context: Context<Values<O>, Values<A>>): Promise<View> => {
    const wrap = typeof spec.wrap === 'function' ? spec.wrap(context.options) : spec.wrap;
    return {
      kind: 'show',
      style: spec.style ?? 'nova',
      fields: await spec.fields(context),
      ...(wrap === undefined ? {} : { wrap }),
      ...(spec.titles === undefined ? {} : { titles: spec.titles }),
    };
  };
  return erase(spec, view);
}

interface SectionsSpec<O extends Options, A extends Arguments> {
  readonly openstack?: Translation;
  readonly options?: O;
  readonly arguments?: A;
  readonly parts: (context: Context<Values<O>, Values<A>>) => AsyncIterable<Section>;
}

/** A command that shows several tables under one another. */
export function sections<const O extends Options, const A extends Arguments>(spec: SectionsSpec<O, A>): Command {
  return erase(spec, async (context: Context<Values<O>, Values<A>>) => ({
    kind: 'sections',
    parts: spec.parts(context),
  }));
}

interface SaySpec<O extends Options, A extends Arguments> {
  readonly openstack?: Translation;
  /** Default: it needs no login. */
  readonly login?: boolean;
  readonly diagnoses?: boolean;
  readonly options?: O;
  readonly arguments?: A;
  readonly run: (context: Context<Values<O>, Values<A>>) => AsyncIterable<string>;
}

/** A command whose answer is text: a sentence, a file to source. */
export function say<const O extends Options, const A extends Arguments>(spec: SaySpec<O, A>): Command {
  return erase({ login: false, ...spec }, async (context: Context<Values<O>, Values<A>>) => ({
    kind: 'text',
    chunks: spec.run(context),
  }));
}

/** Manifests hold commands of every kind, so what is particular to one is forgotten here and nowhere else. */
function erase<O extends Readonly<Record<string, unknown>>, A>(
  spec: {
    readonly style?: Style;
    readonly options?: Options;
    readonly arguments?: Arguments;
    readonly login?: boolean;
    readonly diagnoses?: boolean;
    readonly since?: string;
    readonly openstack?: Translation;
  },
  view: (context: Context<O, A>) => Promise<View>,
): Command {
  return {
    style: spec.style ?? 'nova',
    options: spec.options ?? none,
    arguments: spec.arguments ?? none,
    login: spec.login ?? true,
    diagnoses: spec.diagnoses ?? false,
    openstack: spec.openstack ?? false,
    view: async (context: Context<O, A>) => {
      await checkSince({ ...spec, values: context.options }, () => context.session.microversion());
      return view(context);
    },
  };
}

async function chooseColumns<Item, O>(
  columns: Columns<Item, O>,
  { options, session }: Pick<Context<O, unknown>, 'options' | 'session'>,
  pages: AsyncIterable<readonly Item[]>,
): Promise<{ columns: readonly Column<Item>[]; pages: AsyncIterable<readonly Item[]> }> {
  if (typeof columns !== 'function') {
    const wanted = Object.values(columns).filter((column) => column.when?.(options) ?? true);
    if (wanted.every(({ since, until }) => since === undefined && until === undefined))
      return { columns: wanted, pages };
    const version = await session.microversion();
    const has = ({ since, until }: ColumnSpec<Item, O>): boolean =>
      (since === undefined || atLeast(version, since)) && (until === undefined || !atLeast(version, until));
    return { columns: wanted.filter(has), pages };
  }
  const iterator = pages[Symbol.asyncIterator]();
  const first = await iterator.next();
  const page = first.done ? [] : first.value;
  return { columns: columns(options, page), pages: resume(page, iterator) };
}

async function* resume<T>(first: readonly T[], rest: AsyncIterator<readonly T[]>): AsyncGenerator<readonly T[]> {
  try {
    yield first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
