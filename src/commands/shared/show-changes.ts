import type { Change, Command, Translation, Until } from '../../command/command.js';
import type { Context } from '../../command/context.js';
import { commandOf } from '../../command/define.js';
import type { Arguments, Options, Values } from '../../command/options.js';
import type { Field, ShowView } from '../../core/view.js';
import type { Json } from '../../lib/read.js';

interface ShowChange<O extends Options, A extends Arguments> {
  readonly openstack: Translation;
  readonly options?: O;
  readonly arguments?: A;
  readonly microversion?: string;
  /** Does it, and gives what the service made of it. */
  readonly run: (context: Context<Values<O>, Values<A>>) => Promise<Json>;
  readonly fields: (made: Json, context: Context<Values<O>, Values<A>>) => readonly Field[] | Promise<readonly Field[]>;
  /** What comes below the classic table, bit by bit. */
  readonly after?: (made: Json, context: Context<Values<O>, Values<A>>) => AsyncIterable<string> | undefined;
  readonly creates?: string;
  readonly until?: Until;
  readonly look?: Change['look'];
}

/** A command that makes or changes one thing, and shows it. */
export function showChange<const O extends Options, const A extends Arguments>(spec: ShowChange<O, A>): Command {
  const { run, fields, after, creates, until, look } = spec;
  const view = async (context: Context<Values<O>, Values<A>>): Promise<ShowView> => {
    const made = await run(context);
    const below = after?.(made, context);
    return { kind: 'show', fields: await fields(made, context), ...(below === undefined ? {} : { after: below }) };
  };
  const change: Change = {
    ...(creates === undefined ? {} : { creates }),
    ...(until === undefined ? {} : { until }),
    ...(look === undefined ? {} : { look }),
  };
  return { ...commandOf('show', spec, view), change };
}
