import type {
  BytesView,
  Column,
  CommandView,
  Field,
  Lines,
  ListView,
  Section,
  SectionsView,
  ShowView,
  TextView,
  TourView,
} from '../core/view.js';
import { type Columns, chooseColumns } from './columns.js';
import type { Command, Translation } from './command.js';
import type { Context } from './context.js';
import { checkMicroversion } from './microversion.js';
import type { Arguments, Options, Values } from './options.js';

interface ListSpec<O extends Options, A extends Arguments, Item> {
  readonly openstack?: Translation;
  readonly wholeHelp?: string;
  /** Default: it needs one. */
  readonly login?: Command['login'];
  readonly runsWithoutSettings?: boolean;
  readonly options?: O;
  readonly arguments?: A;
  /** Page by page. */
  readonly rows: (context: Context<Values<O>, Values<A>>) => AsyncIterable<readonly Item[]>;
  readonly columns: Columns<Item, Values<O>>;
  /** Title of the column that sorts the classic table; false: it stays in the server's order. */
  readonly sortBy?: ListView['sortBy'] | ((options: Values<O>) => ListView['sortBy']);
  /** The classic text where it is no table. */
  readonly lines?: Lines | ((options: Values<O>) => Lines);
  readonly align?: ListView['align'];
  /** What stands above the classic table, without its last newline. */
  readonly header?: string | ((context: Context<Values<O>, Values<A>>) => string);
  /** What the classic text is when there are no rows, without its newline; left out: an empty table. */
  readonly empty?: string;
  /** What stands below the classic table, without its last newline; asked once all rows have been read. */
  readonly footer?: (options: Values<O>) => string | undefined;
  /** Does this row say that something failed? Then the run ends as failed, once all rows are shown. */
  readonly failed?: (item: Item) => boolean;
  /** The Compute microversion that brought what the command asks for. */
  readonly microversion?: string;
  readonly apiVersion?: string;
  readonly olderApis?: readonly string[];
}

const none = {};

/** A command that shows a table of items. */
export function list<const O extends Options, const A extends Arguments, Item>(spec: ListSpec<O, A, Item>): Command {
  const view = async (context: Context<Values<O>, Values<A>>): Promise<ListView> => {
    const { options } = context;
    const { failed } = spec;
    const { pages, exitReason } =
      failed === undefined ? { pages: spec.rows(context) } : counted(spec.rows(context), failed);
    const sortBy = typeof spec.sortBy === 'function' ? spec.sortBy(options) : spec.sortBy;
    const { columns, pages: all } = await chooseColumns(spec.columns, context, pages);
    const lines = typeof spec.lines === 'function' ? spec.lines(options) : spec.lines;
    const header = typeof spec.header === 'function' ? spec.header(context) : spec.header;
    return {
      kind: 'list',
      // A column only ever sees the items that its own command's `rows` gave.
      columns: columns as readonly Column[],
      pages: all,
      ...(sortBy === undefined ? {} : { sortBy }),
      ...(lines === undefined ? {} : { lines }),
      ...(spec.align === undefined ? {} : { align: spec.align }),
      ...(header === undefined ? {} : { header }),
      ...(spec.empty === undefined ? {} : { empty: spec.empty }),
      ...(spec.footer === undefined ? {} : { footer: () => spec.footer?.(options) }),
      ...(exitReason === undefined ? {} : { exitReason }),
    };
  };
  return commandOf('list', spec, view);
}

/** The same pages, with whether one of their rows said that something failed. */
function counted<Item>(
  pages: AsyncIterable<readonly Item[]>,
  failed: (item: Item) => boolean,
): Required<Pick<ListView, 'exitReason'>> & { readonly pages: AsyncIterable<readonly Item[]> } {
  let hasFailed = false;
  const seen = async function* () {
    for await (const page of pages) {
      hasFailed ||= page.some(failed);
      yield page;
    }
  };
  return { pages: seen(), exitReason: () => (hasFailed ? 'failed' : 'ok') };
}

interface ShowSpec<O extends Options, A extends Arguments> {
  readonly openstack?: Translation;
  readonly wholeHelp?: string;
  readonly options?: O;
  readonly arguments?: A;
  readonly fields: (context: Context<Values<O>, Values<A>>) => Promise<readonly Field[]>;
  /** Columns at which the classic table wraps values; 0 or undefined: never. */
  readonly wrap?: number | ((options: Values<O>) => number | undefined);
  /** Titles of the classic table's columns, where they are not the client's own. */
  readonly titles?: readonly [string, string];
  /** The Compute microversion that brought what the command asks for. */
  readonly microversion?: string;
  readonly apiVersion?: string;
}

/** A command that shows the fields of one thing. */
export function show<const O extends Options, const A extends Arguments>(spec: ShowSpec<O, A>): Command {
  const view = async (context: Context<Values<O>, Values<A>>): Promise<ShowView> => {
    const wrap = typeof spec.wrap === 'function' ? spec.wrap(context.options) : spec.wrap;
    return {
      kind: 'show',
      fields: await spec.fields(context),
      ...(wrap === undefined ? {} : { wrap }),
      ...(spec.titles === undefined ? {} : { titles: spec.titles }),
    };
  };
  return commandOf('show', spec, view);
}

interface SectionsSpec<O extends Options, A extends Arguments> {
  readonly openstack?: Translation;
  readonly options?: O;
  readonly arguments?: A;
  readonly apiVersion?: string;
  readonly parts: (context: Context<Values<O>, Values<A>>) => AsyncIterable<Section>;
}

/** A command that shows several tables under one another. */
export function sections<const O extends Options, const A extends Arguments>(spec: SectionsSpec<O, A>): Command {
  const view = async (context: Context<Values<O>, Values<A>>): Promise<SectionsView> => ({
    kind: 'sections',
    parts: spec.parts(context),
  });
  return commandOf('sections', spec, view);
}

interface BytesSpec<O extends Options, A extends Arguments> {
  readonly openstack?: Translation;
  readonly options?: O;
  readonly arguments?: A;
  readonly run: (context: Context<Values<O>, Values<A>>) => AsyncIterable<Uint8Array>;
}

/** A command whose answer is bytes, for standard output as they are; none where they have gone to a file. */
export function bytes<const O extends Options, const A extends Arguments>(spec: BytesSpec<O, A>): Command {
  const view = async (context: Context<Values<O>, Values<A>>): Promise<BytesView> => ({
    kind: 'bytes',
    chunks: spec.run(context),
  });
  return commandOf('bytes', spec, view);
}

interface TextSpec<O extends Options, A extends Arguments> {
  readonly openstack?: Translation;
  readonly wholeHelp?: string;
  /** Default: it needs no login. */
  readonly login?: boolean;
  readonly runsWithoutSettings?: boolean;
  readonly options?: O;
  readonly arguments?: A;
  readonly run: (context: Context<Values<O>, Values<A>>) => AsyncIterable<string>;
  /** It goes on until the person ends it. */
  readonly isLive?: boolean;
}

/** A command whose answer is text: a sentence, a file to source. */
export function plainText<const O extends Options, const A extends Arguments>(spec: TextSpec<O, A>): Command {
  const view = async (context: Context<Values<O>, Values<A>>): Promise<TextView> => ({
    kind: 'text',
    chunks: spec.run(context),
    ...(spec.isLive === undefined ? {} : { isLive: spec.isLive }),
  });
  return commandOf('text', { login: false, ...spec }, view);
}

/** A command that shows what other commands do. */
export function tour(view: Omit<TourView, 'kind'>): Command {
  return commandOf('tour', { login: false }, async () => ({ kind: 'tour', ...view }));
}

/**
 * The value of a command. A `Command` may have any options and arguments, so their types are dropped here and nowhere else.
 */
export function commandOf<O extends Readonly<Record<string, unknown>>, A, K extends Command['shows']>(
  shows: K,
  spec: {
    readonly options?: Options;
    readonly arguments?: Arguments;
    readonly login?: Command['login'];
    readonly runsWithoutSettings?: boolean;
    readonly microversion?: string;
    readonly apiVersion?: string;
    readonly olderApis?: readonly string[];
    readonly openstack?: Translation;
    readonly wholeHelp?: string;
  },
  view: (context: Context<O, A>) => Promise<Extract<CommandView, { readonly kind: K }>>,
): Command {
  return {
    options: spec.options ?? none,
    arguments: spec.arguments ?? none,
    login: spec.login ?? true,
    runsWithoutSettings: spec.runsWithoutSettings ?? false,
    openstack: spec.openstack ?? false,
    ...(spec.wholeHelp === undefined ? {} : { wholeHelp: spec.wholeHelp }),
    ...(spec.apiVersion === undefined ? {} : { apiVersion: spec.apiVersion }),
    ...(spec.olderApis === undefined ? {} : { olderApis: spec.olderApis }),
    shows,
    view: async (context: Context<O, A>) => {
      await checkMicroversion({ ...spec, values: context.options }, () => context.session.microversion());
      return view(context);
    },
  };
}
