import { type Columns, chooseColumns } from '../../command/columns.js';
import type { Change, Chosen, Command, Translation, Until } from '../../command/command.js';
import type { Context } from '../../command/context.js';
import { commandOf } from '../../command/define.js';
import type { Arguments, Options, Values } from '../../command/options.js';
import type { ExitReason } from '../../core/exit-codes.js';
import type { Column, ListView } from '../../core/view.js';
import type { Json } from '../../lib/read.js';

interface ListChange<O extends Options, A extends Arguments> {
  readonly openstack: Translation;
  readonly options?: O;
  readonly arguments?: A;
  readonly microversion?: string;
  /**
   * Does it; what the service made of it is shown, a row each.
   *
   * @param shown the thing as a plan has shown it, which is not looked up again
   */
  readonly run: (context: Context<Values<O>, Values<A>>, shown?: Json) => Promise<readonly Json[]>;
  /** The classic client's sentence above the table, once it is done. */
  readonly said?: (rows: readonly Json[], context: Context<Values<O>, Values<A>>) => string;
  readonly columns: Columns<Json, Values<O>>;
  readonly targets?: (context: Context<Values<O>, Values<A>>) => readonly string[];
  readonly creates?: string;
  readonly destroys?: string;
  readonly until?: Until;
  readonly find?: Change['find'];
  /** One of the targets in full, for plans. */
  readonly whole?: Change['whole'];
  readonly goesWith?: Change['goesWith'];
  /** How far the thing of a row is, and in which rows one is, for those who wait. */
  readonly look?: Change['look'];
  readonly acceptedIn?: Change['acceptedIn'];
  /** How the run ends; left out: well. */
  readonly exitReason?: (rows: readonly Json[]) => ExitReason;
}

/** What of a spec is data about the change. */
function changeOf({
  creates,
  destroys,
  until,
  find,
  whole,
  goesWith,
  look,
  acceptedIn,
}: Omit<Change, 'run' | 'targets'>): Change {
  const all = { creates, destroys, until, find, whole, goesWith, look, acceptedIn };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** A command that changes something, and shows what came of it in a table with a row for each thing. */
export function listChange<const O extends Options, const A extends Arguments>(spec: ListChange<O, A>): Command {
  const { run, said, targets, exitReason, ...about } = spec;
  const view = async (context: Context<Values<O>, Values<A>>, [chosen]: readonly Chosen[] = []): Promise<ListView> => {
    const rows = await run(context, chosen?.item);
    const once = async function* () {
      yield rows;
    };
    const { columns, pages } = await chooseColumns(spec.columns, context, once());
    const header = said?.(rows, context);
    // A column only ever sees the items that its own command's `run` gave.
    const shown = { kind: 'list', columns: columns as readonly Column[], pages } as const;
    return {
      ...shown,
      ...(header === undefined ? {} : { header }),
      ...(exitReason === undefined ? {} : { exitReason: () => exitReason(rows) }),
    };
  };
  const change: Change = {
    // What is particular to one command is forgotten here, as in every value of a command.
    ...(targets === undefined ? {} : { targets: targets as unknown as Change['targets'] & {} }),
    ...(spec.find === undefined ? {} : { view: view as unknown as Change['view'] & {} }),
    ...changeOf(about),
  };
  return { ...commandOf('list', spec, (context: Context<Values<O>, Values<A>>) => view(context)), change };
}
