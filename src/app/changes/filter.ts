/** `--where` of a command that changes something: a filter chooses what it is done to. */
import type { ClassicClient } from '../../classic/client.js';
import { loadCommand } from '../../cli/applets.js';
import { type Globals, globalOptions } from '../../cli/globals.js';
import { parse } from '../../cli/parse.js';
import { selectionOptions } from '../../cli/selection-options.js';
import type { Change, Chosen } from '../../command/command.js';
import type { Context } from '../../command/context.js';
import { UsageError } from '../../core/errors.js';
import type { Settings } from '../../core/settings.js';
import type { Column } from '../../core/view.js';
import type { Host } from '../../host/host.js';
import type { Cloud } from '../open-cloud.js';
import { selecting } from '../selecting.js';

interface Filtering {
  readonly host: Host;
  readonly client: ClassicClient;
  readonly settings: Settings;
  readonly globals: Globals;
  readonly warn: (line: string) => void;
  readonly note: (line: string) => void;
}

/**
 * The things of a list for which the filter is true. The list is asked for with the options of the same name that the
 * command itself was given, such as `--all-tenants`.
 *
 * @throws UsageError for a command that has no list, or words beside the filter
 */
export async function chosenBy(
  change: Change,
  cloud: Cloud,
  given: Omit<Context<never, never>, 'session'>,
  { globals, client, ...surroundings }: Filtering,
): Promise<readonly Chosen[]> {
  const { chosenFrom } = change;
  if (chosenFrom === undefined) throw new UsageError('argument --where: without effect on this command');
  const typed = change.targets?.({ ...given, session: cloud.session }) ?? [];
  if (typed.some((word) => word !== undefined)) {
    throw new UsageError(`argument --where: not allowed with '${typed[0]}'`);
  }
  const list = await loadCommand(...chosenFrom);
  const shape = { options: list.options, arguments: {}, globals: { ...globalOptions(), ...selectionOptions({}) } };
  const { options } = parse(shape, [], {});
  const own = Object.entries(given.options as object).filter(([key]) => key in list.options);
  const wanted = { ...globals, column: [], sortColumn: [] } as unknown as Globals;
  const asked = { ...options, ...Object.fromEntries(own) };
  const selected = await selecting(
    list,
    { globals: wanted, options: asked, args: {}, secrets: [] },
    { client, ...surroundings },
  );
  const view = await selected.view(cloud, { ...given, options: asked, args: {} });
  if (view.kind !== 'list') throw new Error('what a filter chooses from is no list');
  const all = [...view.columns, ...(view.choosable ?? [])];
  const [id, name] = [columnOf(all, /^id$/i), columnOf(all, /^name$/i)];
  const chosen: Chosen[] = [];
  for await (const page of view.pages) {
    for (const item of page)
      chosen.push({ id: String(id?.value(item)), given: String(name?.value(item) ?? id?.value(item)) });
  }
  await selected.settled();
  // Several of one name are told apart by their ids.
  const names = new Map<string, number>();
  for (const { given } of chosen) names.set(given, (names.get(given) ?? 0) + 1);
  return chosen.map(({ id, given }) => ({ id, given: names.get(given) === 1 ? given : id }));
}

const columnOf = (columns: readonly Column[], title: RegExp): Column | undefined =>
  columns.find((column) => title.test(column.title));
