import { chooseColumns } from '../../command/columns.js';
import type { Command, Translation } from '../../command/command.js';
import type { Context } from '../../command/context.js';
import { commandOf } from '../../command/define.js';
import type { Argument, Option } from '../../command/options.js';
import type { Column, ListView } from '../../core/view.js';
import { compareCodePoints } from '../../lib/codepoints.js';
import type { Json } from '../../lib/read.js';
import { allListed } from '../../services/answer.js';
import { callOf, isAdmin, type Resource } from '../../services/resource.js';
import type { Query, Session } from '../../session/session.js';
import { commonOptions, pageOptions, queryOf, sortOptions } from './neutron-options.js';

/** What a list is asked with: its options and arguments by their keys. */
export type NeutronContext = Context<Readonly<Record<string, unknown>>, Readonly<Record<string, string>>>;

export interface NeutronList {
  readonly openstack: Translation;
  /** The API's names of the columns, of which those are shown that the first item has; left out: all that it has. */
  readonly columns?: readonly string[];
  /** The same in quantumclient 2.2, where they were others. */
  readonly earlyColumns?: readonly string[];
  /** What a column is in tables, where that is not the value as it is. */
  readonly texts?: Readonly<Record<string, (item: Json) => string>>;
  /** What a column is called where that is not the API's name. */
  readonly titles?: (options: Readonly<Record<string, unknown>>) => Readonly<Record<string, string>>;
  readonly arguments?: Readonly<Record<string, Argument<string>>>;
  readonly options?: Readonly<Record<string, Option>>;
  /** Filters that have options of their own: the API's names by the keys of the options. */
  readonly filters?: Readonly<Record<string, string>>;
  /** Has it `--page-size`, has it `--sort-key`? */
  readonly paged?: boolean;
  readonly sorted?: boolean;
  /** Added to the query. */
  readonly query?: (context: NeutronContext, query: Query) => Promise<Query> | Query;
  /** Where the list is, if that is not the resource itself; an answer with one item may have it under another key. */
  readonly from?: (context: NeutronContext) => Promise<Resource>;
  readonly rows?: (context: NeutronContext, query: Query) => AsyncIterable<readonly Json[]>;
  /** What is known of the items of a page beyond the answer. */
  readonly extend?: (context: NeutronContext, page: readonly Json[]) => Promise<readonly Json[]> | readonly Json[];
}

/** A list as neutronclient's ListCommand makes it (`neutron/v2_0/__init__.py`). */
export function neutronList(resource: Resource, spec: NeutronList): Command {
  const { paged = true, sorted = true } = spec;
  const options = {
    ...commonOptions,
    ...(paged ? pageOptions : {}),
    ...(sorted ? sortOptions : {}),
    ...spec.options,
  };
  const view = async (context: NeutronContext): Promise<ListView> => {
    const { columns: all, pages } = await chooseColumns(
      (_, first) => columnsOf(first[0], spec),
      context,
      rowsOf(resource, spec, context),
    );
    const titles = spec.titles?.(context.options) ?? {};
    const named = (columns: readonly Column<Json>[]) =>
      columns.map((column) => ({ ...column, title: titles[column.title] ?? column.title })) as readonly Column[];
    const { columns = all.map(({ title }) => title), earlyColumns = columns } = spec;
    const early = columnsNamed(earlyColumns, all);
    const shown = await withTenant(columnsNamed(columns, all), all, context.session);
    return { kind: 'list', columns: named(shown), earlyColumns: named(early), choosable: named(all), pages };
  };
  return commandOf('list', { ...spec, options }, view as never);
}

/** Pages that hold something, to the end of the list. */
async function* rowsOf(
  resource: Resource,
  { filters = {}, ...spec }: NeutronList,
  context: NeutronContext,
): AsyncGenerator<readonly Json[]> {
  const own = Object.entries(filters).map(([key, name]) => [name, context.options[key] || undefined]);
  const asked = { ...(Object.fromEntries(own) as Query), ...queryOf(context.options as never) };
  const query = { ...asked, ...(await spec.query?.(context, asked)) };
  const pages =
    spec.rows?.(context, query) ?? everyPage(context.session, (await spec.from?.(context)) ?? resource, query);
  for await (const page of pages) {
    if (page.length > 0) yield (await spec.extend?.(context, page)) ?? page;
  }
}

/** All pages: a `limit` only says how long each is. */
const everyPage = (session: Session, resource: Resource, query: Query): AsyncIterable<readonly Json[]> =>
  allListed(session, { ...callOf(resource), query, keepsEmpty: true }, resource.many);

/** A column for each field of an item, by name. */
function columnsOf(item: Json | undefined, { texts = {} }: NeutronList): readonly Column<Json>[] {
  return Object.keys(item ?? {})
    .toSorted(compareCodePoints)
    .map((key) => {
      const text = texts[key];
      return { title: key, value: (one: Json) => one[key] ?? '', ...(text === undefined ? {} : { text }) };
    });
}

/** The wanted columns that there are. */
const columnsNamed = (wanted: readonly string[], all: readonly Column<Json>[]): readonly Column<Json>[] =>
  wanted.flatMap((key) => all.find(({ title }) => title === key) ?? []);

/** For an administrator with the tenant's id behind id and name. */
async function withTenant(
  shown: readonly Column<Json>[],
  all: readonly Column<Json>[],
  session: Session,
): Promise<readonly Column<Json>[]> {
  const tenant = all.find(({ title }) => title === 'tenant_id');
  if (tenant === undefined || shown.includes(tenant) || !(await isAdmin(session))) return shown;
  const at = (key: string): number =>
    Math.max(
      0,
      shown.findIndex(({ title }) => title === key),
    );
  return shown.toSpliced(Math.max(at('id'), at('name')) + 1, 0, tenant);
}
