import { Failure, Quiet } from '../core/errors.js';
import type { Outcome, OutcomesView } from '../core/view.js';
import { asRecord, type Json } from '../lib/read.js';
import type { Change, Chosen, Command, Until } from './command.js';
import type { Context } from './context.js';
import { commandOf } from './define.js';
import { inOrder } from './in-order.js';
import type { Arguments, Options, Values } from './options.js';

/** Targets that are worked on at the same time. */
const AT_ONCE = 8;

interface ActSpec<O extends Options, A extends Arguments, F> {
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
  /**
   * Asked about every target before anything is done to the first: where one is not there, nothing is done at all. What a
   * plan has shown is not asked about again: it is taken as it was shown.
   */
  readonly findFirst?: (context: Context<Values<O>, Values<A>>, given: string) => Promise<F>;
  /**
   * Does it to one target, and gives an object with its `id` if it knows it; rejects with a Failure when it is refused.
   * `found` is what `findFirst` gave.
   */
  readonly run: (context: Context<Values<O>, Values<A>>, given: string, found: F) => Promise<unknown>;
  /** The classic client's sentence about a target for which the request was accepted; left out or undefined: nothing. */
  readonly accepted?: (given: string, options: Values<O>, found: F) => string | undefined;
  /**
   * The classic client's sentence at the end when any target failed; the others have gone on then. Left out: the command
   * has one target, and its error is the command's.
   */
  readonly refused?: string;
  readonly failedLine?: OutcomesView['failedLine'];
  readonly refusedIf?: OutcomesView['refusedIf'];
  /** What comes below all lines once all have been accepted, such as how it goes on. */
  readonly after?: (context: Context<Values<O>, Values<A>>, found: readonly F[]) => AsyncIterable<string> | undefined;
  /** The noun of what is gone afterwards: a person may be asked first. */
  readonly destroys?: string;
  /** When it is really done, for those who wait. */
  readonly until?: Until;
  readonly unseen?: Change['unseen'];
  readonly before?: Change['before'];
  readonly whole?: Change['whole'];
  readonly look?: Change['look'];
  readonly goesWith?: Change['goesWith'];
  readonly chosenFrom?: Change['chosenFrom'];
  /** Of things whose id is their name: what another one of that name has not, as a fingerprint. */
  readonly sameBy?: (item: Json) => unknown;
}

/** What a plan has shown, by the words that were typed. */
type Shown = ReadonlyMap<string, Chosen> | undefined;

/** What came of it, or why it did not: for work that must not reject. */
const settled = <T>(work: Promise<T>): Promise<{ readonly done: T } | { readonly error: unknown }> =>
  work.then(
    (done) => ({ done }),
    (error: unknown) => ({ error }),
  );

/** A command that changes something: one outcome for each of its targets. */
export function act<const O extends Options, const A extends Arguments, F = undefined>(
  spec: ActSpec<O, A, F>,
): Command {
  const { accepted, refused, failedLine, refusedIf, find, destroys, until } = spec;
  type Given = Context<Values<O>, Values<A>>;
  const one = async (
    context: Given,
    given: string,
    shown: Chosen | undefined,
    found: F,
  ): Promise<Outcome | undefined> => {
    context.track?.(given, 'begun');
    try {
      if (shown !== undefined) await checkSame(context, shown);
      const { id = shown?.id } = asRecord(await spec.run(context, shown?.id ?? given, found));
      context.track?.(given, 'done');
      const known = typeof id === 'string' ? { given, id } : { given };
      const said = accepted?.(given, context.options, found);
      return said === undefined ? known : { ...known, said };
    } catch (error) {
      // Only shown, not sent (`--curl`): there is no outcome.
      if (error instanceof Quiet && error.exitReason === 'ok') return undefined;
      const isKnown = error instanceof Failure && error.exitReason !== 'unknown';
      if (isKnown) context.track?.(given, 'failed');
      if (refused === undefined || !(error instanceof Failure)) throw error;
      return { given, error };
    }
  };
  const checkSame = async (context: Given, { given, id, item }: Chosen): Promise<void> => {
    if (spec.sameBy === undefined || spec.whole === undefined || item === undefined) return;
    const now = await spec.whole(context as unknown as Context<never, never>, id);
    if (spec.sameBy(now) !== spec.sameBy(item)) throw new Failure(`${given} is not the one that was shown any more.`);
  };
  async function* outcomes(context: Given, found: Map<string, F>, shown: Shown): AsyncGenerator<Outcome> {
    await spec.prepare?.(context);
    const targets = shown === undefined ? spec.targets(context) : [...shown.keys()];
    const { findFirst } = spec;
    if (findFirst !== undefined) {
      // A plan has the thing itself, or its id.
      const first = async (given: string): Promise<F> =>
        (shown?.get(given)?.item as F | undefined) ?? (await findFirst(context, given));
      const look = (given: string) => settled(first(given).then((one) => void found.set(given, one)));
      for await (const result of inOrder(targets, AT_ONCE, look)) if ('error' in result) throw result.error;
    }
    const run = (given: string) => settled(one(context, given, shown?.get(given), found.get(given) as F));
    for await (const result of inOrder(targets, AT_ONCE, run)) {
      if ('error' in result) throw result.error;
      if (result.done !== undefined) yield result.done;
    }
  }
  /** After the last outcome, when `found` has everything. */
  async function* after(context: Given, found: ReadonlyMap<string, F>, shown: Shown): AsyncGenerator<string> {
    const targets = shown === undefined ? spec.targets(context) : [...shown.keys()];
    const all = targets.map((given) => found.get(given) as F);
    yield* spec.after?.(context, all) ?? [];
  }
  const view = async (context: Given, chosen?: readonly Chosen[]): Promise<OutcomesView> => {
    const found = new Map<string, F>();
    const shown = chosen && new Map(chosen.map((one) => [one.given, one]));
    return {
      kind: 'outcomes',
      outcomes: outcomes(context, found, shown),
      ...(refused === undefined ? {} : { refused }),
      ...(failedLine === undefined ? {} : { failedLine }),
      ...(refusedIf === undefined ? {} : { refusedIf }),
      ...(spec.after === undefined ? {} : { after: after(context, found, shown) }),
    };
  };
  const change: Change = {
    // The types of its options and arguments are dropped here, as `commandOf` does.
    targets: spec.targets as unknown as Change['targets'],
    view: view as unknown as Change['view'] & {},
    ...(find === undefined ? {} : { find }),
    ...(spec.whole === undefined ? {} : { whole: spec.whole }),
    ...(spec.look === undefined ? {} : { look: spec.look }),
    ...(spec.goesWith === undefined ? {} : { goesWith: spec.goesWith }),
    ...(spec.chosenFrom === undefined ? {} : { chosenFrom: spec.chosenFrom }),
    ...(destroys === undefined ? {} : { destroys }),
    ...(until === undefined ? {} : { until }),
    ...(spec.unseen === undefined ? {} : { unseen: spec.unseen }),
    ...(spec.before === undefined ? {} : { before: spec.before }),
  };
  return { ...commandOf('outcomes', spec, (context: Given) => view(context)), change };
}
