import { Failure, Quiet } from '../core/errors.js';
import type { Outcome, OutcomesView } from '../core/view.js';
import { asRecord } from '../lib/read.js';
import type { Change, Command, Until } from './command.js';
import type { Context } from './context.js';
import { commandOf } from './define.js';
import { inOrder } from './in-order.js';
import type { Arguments, Options, Values } from './options.js';

/** Targets that are worked on at the same time. */
const AT_ONCE = 8;

interface ActSpec<O extends Options, A extends Arguments> {
  readonly openstack?: Command['openstack'];
  readonly options?: O;
  readonly arguments?: A;
  /** The Compute microversion that brought what the command asks for. */
  readonly microversion?: string;
  /** Asked before the first target: what must be right for all of them, such as the login. */
  readonly prepare?: (context: Context<Values<O>, Values<A>>) => Promise<unknown>;
  /** The names or ids that were typed, in order. */
  readonly targets: (context: Context<Values<O>, Values<A>>) => readonly string[];
  /** Which thing a name or id means; for plans that are shown before anything is done. */
  readonly find?: Change['find'];
  /** Does it to one target, and gives an object with its `id` if it knows it; rejects with a Failure when it is refused. */
  readonly run: (context: Context<Values<O>, Values<A>>, given: string) => Promise<unknown>;
  /** The classic client's sentence about a target for which the request was accepted; left out: it says nothing. */
  readonly accepted?: (given: string) => string;
  /**
   * The classic client's sentence at the end when any target failed; the others have gone on then. Left out: the command
   * has one target, and its error is the command's.
   */
  readonly refused?: string;
  readonly failedLine?: OutcomesView['failedLine'];
  /** The noun of what is gone afterwards: a person may be asked first. */
  readonly destroys?: string;
  /** When it is really done, for those who wait. */
  readonly until?: Until;
}

/** A command that changes something: one outcome for each of its targets. */
export function act<const O extends Options, const A extends Arguments>(spec: ActSpec<O, A>): Command {
  const { accepted, refused, failedLine, find, destroys, until } = spec;
  type Given = Context<Values<O>, Values<A>>;
  const one = async (context: Given, given: string): Promise<Outcome | undefined> => {
    try {
      const { id } = asRecord(await spec.run(context, given));
      const known = typeof id === 'string' ? { given, id } : { given };
      return accepted === undefined ? known : { ...known, said: accepted(given) };
    } catch (error) {
      // Only shown, not sent (`--curl`): there is no outcome.
      if (error instanceof Quiet && error.exitReason === 'ok') return undefined;
      if (refused === undefined || !(error instanceof Failure)) throw error;
      return { given, error };
    }
  };
  async function* outcomes(context: Given): AsyncGenerator<Outcome> {
    await spec.prepare?.(context);
    const settled = (given: string) =>
      one(context, given).then(
        (outcome) => ({ outcome }),
        (error: unknown) => ({ error }),
      );
    for await (const result of inOrder(spec.targets(context), AT_ONCE, settled)) {
      if ('error' in result) throw result.error;
      if (result.outcome !== undefined) yield result.outcome;
    }
  }
  const view = async (context: Given): Promise<OutcomesView> => ({
    kind: 'outcomes',
    outcomes: outcomes(context),
    ...(refused === undefined ? {} : { refused }),
    ...(failedLine === undefined ? {} : { failedLine }),
  });
  const change: Change = {
    // What is particular to one command is forgotten here, as in every value of a command.
    targets: spec.targets as unknown as Change['targets'],
    run: spec.run as unknown as Change['run'],
    ...(find === undefined ? {} : { find }),
    ...(destroys === undefined ? {} : { destroys }),
    ...(until === undefined ? {} : { until }),
  };
  return { ...commandOf('outcomes', spec, view), change };
}
