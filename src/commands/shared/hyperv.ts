/** Commands for hosts of Hyper-V: lists over many hosts, one thing of one host, and changes. */
import type { Command } from '../../command/command.js';
import { commandOf } from '../../command/define.js';
import type { ChangeResult, HypervContext } from '../../command/hyperv-context.js';
import { inOrder } from '../../command/in-order.js';
import { type Arguments, anyWords, flag, integer, type Options, text, type Values } from '../../command/options.js';
import { Failure, UsageError } from '../../core/errors.js';
import type { ExitReason } from '../../core/exit-codes.js';
import type { Column, Field, ListView, Outcome, OutcomesView, ShowView, TextView } from '../../core/view.js';
import type { Waiting } from '../../hyperv/jobs.js';
import type { Wsman } from '../../hyperv/wsman/client.js';
import { itemsOf } from '../../lib/items-of.js';

/** Hosts that are asked at the same time. */
const AT_ONCE = 16;
/** Seconds that a job may take. */
const WAIT = 300;

/** Options and arguments of commands that take any number of hosts. */
export const manyHosts = {
  options: { hosts: text('<file>', 'File with more hosts, one a line.') },
  arguments: {
    host: anyWords('<host>', 'Host: name, name:port or URL; left out: HYPERV_HOSTS, or all that are configured.'),
  },
} as const;

interface HostListSpec<O extends Options, A extends Arguments, Row> {
  readonly options?: O;
  readonly arguments?: A;
  readonly hosts: (context: HypervContext<Values<O>, Values<A>>) => Promise<readonly string[]>;
  readonly rows: (context: HypervContext<Values<O>, Values<A>>, wsman: Wsman) => Promise<readonly Row[]>;
  readonly columns:
    | readonly Column<Row>[]
    | ((options: Values<O>) => readonly Column<Row>[])
    /** Those that the rows have: all of these are read first. */
    | { readonly of: (rows: readonly Row[]) => readonly Column<Row>[] };
}

/**
 * A table with the rows of some hosts, in the order in which they were named. A host that fails is told of on stderr and
 * hides none of the others: then the run ends as incomplete. Where all have failed nothing is shown, not even an empty
 * table.
 */
export function hostList<const O extends Options, const A extends Arguments, Row>(
  spec: HostListSpec<O, A, Row>,
): Command {
  const listView = async (given: unknown): Promise<ListView> => {
    const context = given as HypervContext<Values<O>, Values<A>>;
    const hosts = await spec.hosts(context);
    let failures = 0;
    const settled = async (host: string) => {
      try {
        return { rows: await spec.rows(context, await context.open(host)) };
      } catch (error) {
        if (!(error instanceof Failure) || error instanceof UsageError) return { thrown: error };
        return { error: withHost(host, error) };
      }
    };
    const pages = async function* (): AsyncGenerator<readonly Row[]> {
      for await (const { rows, error, thrown } of inOrder(hosts, AT_ONCE, settled) as AsyncIterable<Settled<Row>>) {
        if (thrown !== undefined) throw thrown;
        if (rows !== undefined) yield rows;
        if (error === undefined) continue;
        failures += 1;
        if (failures === hosts.length) throw error;
        context.complain(error);
      }
    };
    const ended = (): ExitReason => (failures === 0 ? 'ok' : 'incomplete');
    const view = (columns: readonly Column<Row>[], all: AsyncIterable<readonly Row[]>): ListView => ({
      kind: 'list',
      // A column only ever sees the rows of its own command.
      columns: columns as readonly Column[],
      pages: all,
      sortBy: false,
      exitReason: ended,
    });
    const { columns } = spec;
    if (typeof columns === 'function') return view(columns(context.options), pages());
    if (!('of' in columns)) return view(columns, pages());
    const all = await itemsOf(pages());
    const once = async function* () {
      yield all;
    };
    return view(columns.of(all), once());
  };
  return commandOf('list', { ...spec, login: false }, listView);
}

/** The error with the host's name in it: of several hosts, it has to be said which. A URL of the host names it, too. */
function withHost(host: string, error: Failure): Failure {
  const { message, name, hint, cause, exitReason } = error;
  const names = host.includes('//') ? [host] : [`//${host}:`, `//${host}/`];
  if (message.startsWith(`${host}: `) || names.some((name) => message.includes(name))) return error;
  return new Failure(`${host}: ${message}`, { name, cause, ...(hint === undefined ? {} : { hint }) }, exitReason);
}

interface Settled<Row> {
  readonly rows?: readonly Row[];
  /** Of this host. */
  readonly error?: Failure;
  readonly thrown?: unknown;
}

interface HostShowSpec<O extends Options, A extends Arguments> {
  readonly options?: O;
  readonly arguments: A;
  readonly fields: (context: HypervContext<Values<O>, Values<A>>, wsman: Wsman) => Promise<readonly Field[]>;
}

/** One thing of one host, the argument `host`. */
export function hostShow<const O extends Options, const A extends Arguments>(spec: HostShowSpec<O, A>): Command {
  const view = async (given: unknown): Promise<ShowView> => {
    const context = given as HypervContext<Values<O>, Values<A>>;
    const { host } = context.args as { readonly host: string };
    return { kind: 'show', fields: await spec.fields(context, await context.open(host)) };
  };
  return commandOf('show', { ...spec, login: false }, view);
}

/** Options of commands that change something. */
export const changing = {
  yes: flag('Do it without asking.'),
  dryRun: flag('Show what would be done, and do nothing.', { conflicts: ['yes'] }),
  log: text('<file>', 'Append a line of JSON for the change to this file.'),
  waitTimeout: integer('<seconds>', `Give up waiting for the job after this time (default ${WAIT}).`),
} as const;

/** A change that has been planned and not been made. */
export interface Planned {
  /** What is going to be done, one line each. */
  readonly plan: readonly string[];
  readonly run: () => Promise<Outcome>;
}

interface HostChangeSpec<O extends Options, A extends Arguments> {
  readonly options: O;
  readonly arguments: A;
  /** The noun of what is gone afterwards. */
  readonly destroys?: string;
  /** Finds out what is to be changed, and changes nothing. */
  readonly prepare: (context: HypervContext<Values<O>, Values<A>>, wsman: Wsman) => Promise<Planned>;
}

/** A change on one host, the argument `host`: planned, asked about, made once. */
export function hostChange<const O extends Options, const A extends Arguments>(spec: HostChangeSpec<O, A>): Command {
  const view = async (given: unknown): Promise<OutcomesView | TextView> => {
    const context = given as HypervContext<Values<O>, Values<A>>;
    const { host } = context.args as { readonly host: string };
    const { yes, dryRun, log } = context.options as unknown as Values<typeof changing>;
    const record = dryRun ? undefined : await context.record(host, log);
    const { plan, run } = await spec.prepare(context, await context.open(host));
    if (record === undefined) return { kind: 'text', chunks: dryLines(plan) };
    await context.confirm(plan, yes);
    return {
      kind: 'outcomes',
      outcomes: (async function* () {
        yield await recorded(() => context.inDoubt(plan.join(' '), run), record);
      })(),
    };
  };
  const change = spec.destroys === undefined ? {} : { destroys: spec.destroys };
  return { ...commandOf('outcomes', { ...spec, login: false }, view), change };
}

async function* dryLines(plan: readonly string[]): AsyncGenerator<string> {
  for (const line of plan) yield `${line}\n`;
  yield 'Nothing was changed.\n';
}

async function recorded(run: Planned['run'], record: (result: ChangeResult) => Promise<void>): Promise<Outcome> {
  try {
    const outcome = await run();
    await record('accepted');
    return outcome;
  } catch (error) {
    const { exitReason } = error instanceof Failure ? error : { exitReason: 'unknown' };
    // A job that is waited for no longer goes on.
    await record(exitReason === 'timeout' ? 'accepted' : exitReason === 'unknown' ? 'unknown' : 'refused');
    throw error;
  }
}

/** How a job is waited for. */
export function waitingOf(
  { now, sleep, progress }: Pick<HypervContext<unknown, unknown>, 'now' | 'sleep' | 'progress'>,
  seconds = WAIT,
): Waiting {
  return {
    limit: seconds * 1000,
    now,
    sleep,
    progress: ({ id, percent }) => progress(`job ${id}: ${percent ?? 0} %`),
  };
}
