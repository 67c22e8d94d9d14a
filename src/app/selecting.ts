import type { ClassicClient } from '../classic/client.js';
import type { Globals } from '../cli/globals.js';
import type { Parsed } from '../cli/parse.js';
import type { Command } from '../command/command.js';
import type { Context } from '../command/context.js';
import { UsageError } from '../core/errors.js';
import type { Settings } from '../core/settings.js';
import type { CommandView } from '../core/view.js';
import type { Host } from '../host/host.js';
import { type SelectionRequest, selection } from '../selection/index.js';
import { nameStore } from './name-store.js';
import { type Cloud, viewOf } from './open-cloud.js';

interface Surroundings {
  readonly host: Host;
  readonly client: ClassicClient;
  readonly settings: Settings;
  readonly warn: (line: string) => void;
  readonly note: (line: string) => void;
}

/** A command whose view has the rows and columns that are wanted. */
export interface Selecting {
  readonly view: (cloud: Cloud, given: Omit<Context<unknown, unknown>, 'session'>) => Promise<CommandView>;
  readonly settled: () => Promise<void>;
}

/**
 * What `-c`, `-C`, `--where` and their like make of a command.
 *
 * @param isPart its cloud is one of several, and what is shown of them is put together
 * @throws UsageError for options that are of no use for it, or that are wrong
 */
export async function selecting(
  command: Command,
  { globals, options }: Parsed,
  { host, client, settings, warn, note }: Surroundings,
  isPart = false,
): Promise<Selecting> {
  const { request, own } = requestOf(command, globals, options, isPart);
  const names = await nameStore(host, globals, settings, 'names');
  const chosen = await selection(request, {
    style: client.tables,
    warn,
    note,
    now: host.now,
    ...(names === undefined ? {} : { names }),
  });
  return {
    view: async (cloud, given) => {
      const session = chosen.session(cloud.session);
      const narrowed =
        own === undefined ? given : { ...given, options: { ...(given.options as object), limit: undefined } };
      return chosen.of(await viewOf(command, { session }, narrowed));
    },
    settled: chosen.settled,
  };
}

/**
 * The same for what hosts of Hyper-V show, of which no API has objects.
 * @throws UsageError likewise
 */
export async function selectingHosts(
  command: Command,
  { globals, options }: Parsed,
  { client, host }: Pick<Surroundings, 'client' | 'host'>,
): Promise<(view: CommandView) => Promise<CommandView>> {
  if (globals.raw || globals.query !== undefined) {
    throw new UsageError(`argument --${globals.raw ? 'raw' : 'query'}: without effect on hosts of Hyper-V`);
  }
  const { request } = requestOf(command, globals, options, false);
  const quiet = (): void => undefined;
  return (await selection(request, { style: client.tables, warn: quiet, note: quiet, now: host.now })).of;
}

/** What the options say; `own`: the limit of a command that has one itself, which is then not the command's. */
function requestOf(
  command: Command,
  globals: Globals,
  options: Parsed['options'],
  isPart: boolean,
): { readonly request: SelectionRequest; readonly own: number | undefined } {
  checkKind(command, globals);
  // Of a list that is looked through, the client's own limit says how many are to be found.
  const own = globals.where === undefined ? undefined : ownLimit(options);
  const maxItems = globals.maxItems ?? own;
  if (maxItems !== undefined && maxItems < 0) throw new UsageError('argument --max-items: not less than 0');
  const request: SelectionRequest = {
    column: globals.column,
    addColumn: globals.addColumn ?? [],
    sortColumn: globals.sortColumn,
    ...(globals.where === undefined ? {} : { where: globals.where }),
    ...(maxItems === undefined ? {} : { maxItems }),
    ...(globals.query === undefined ? {} : { query: globals.query }),
    raw: globals.raw ?? false,
    isPart,
    noindent: globals.noindent,
    isByLine: isByLine(globals),
  };
  return { request, own };
}

const isByLine = ({ format }: Globals): boolean => (format ?? '').startsWith('ndjson');

/** `--limit` of a command that has one itself. */
export function ownLimit({ limit }: Parsed['options']): number | undefined {
  const most = limit === undefined || limit === '' ? 0 : Number(limit);
  return most > 0 ? most : undefined;
}

/** Refuses what can have no effect. */
function checkKind({ shows }: Command, { where, maxItems, query, raw, addColumn = [] }: Globals): void {
  const given: readonly (readonly [string, boolean, readonly string[]])[] = [
    ['--where', where !== undefined, ['list']],
    ['--max-items', maxItems !== undefined, ['list']],
    ['--query', query !== undefined, ['list', 'show']],
    ['--raw', raw === true, ['list', 'show']],
    ['--add-column', addColumn.length > 0, ['list', 'show']],
  ];
  for (const [option, isGiven, kinds] of given) {
    if (isGiven && !kinds.includes(shows)) {
      throw new UsageError(`argument ${option}: without effect on a command that shows no ${kinds[0]}`);
    }
  }
}
