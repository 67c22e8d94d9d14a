/** One command on several clouds, or on several regions of them, at the same time. */
import type { Globals } from '../../cli/globals.js';
import type { Parsed } from '../../cli/parse.js';
import type { Command } from '../../command/command.js';
import { Failure, Quiet, UsageError } from '../../core/errors.js';
import type { ExitReason } from '../../core/exit-codes.js';
import type { CommandView } from '../../core/view.js';
import { Turns } from '../../lib/turns.js';
import { within } from '../../lib/waiting.js';
import { inOwnOrder } from '../../output/item-order.js';
import { regionsOf } from '../../session/regions.js';
import { type CommandRun, type RunOptions, runCommand } from '../run-command.js';
import { ownLimit } from '../selecting.js';
import { askedClouds, checkMany, labelOf, type Target } from './asked-clouds.js';
import { hostOf, readsOnly, SharedInput } from './host-of.js';
import { mergeLists } from './merge-lists.js';
import { mergeSections } from './merge-sections.js';
import { mergeShows } from './merge-shows.js';
import { Part } from './part.js';

/** Clouds and regions that are asked at the same time. */
const AT_ONCE = 8;

/** What ends the whole run, and not one of its clouds: a wrong command line, Ctrl-C, a mistake of ours. */
const endsAll = (error: unknown): boolean =>
  !(error instanceof Failure) || error instanceof UsageError || error instanceof Quiet;

/**
 * The same as `runCommand`, for all clouds that the command line names: each has settings, a session and a login of its
 * own. They are all begun at once, up to eight; what one of them shows comes after what those before it show. One that
 * fails is told of on standard error, and hides nothing of the others.
 *
 * @throws UsageError for a command that changes something, or an option that is for one cloud
 */
export async function runOnClouds(command: Command, typed: Parsed, run: RunOptions): Promise<CommandRun> {
  checkMany(command, typed.globals);
  const clouds = await askedClouds(run.host, typed.globals);
  const all = new ManyClouds(command, typed, run);
  return {
    view: () => all.view(clouds),
    ...(typed.globals.timings ? { timings: () => all.runs.flatMap((one) => one.timings?.() ?? []) } : {}),
    close: async () => void (await Promise.all(all.ended.map((one) => one.close()))),
  };
}

/** What is said of a cloud that failed, on its one line: why, and what was probably meant. */
function lineOf({ message, hint = '' }: Failure): string {
  const [sentence = ''] = message.split('\n');
  const [meant] = /^Did you mean .*/.exec(hint) ?? [];
  return meant === undefined ? sentence : `${sentence} ${meant}`;
}

class ManyClouds {
  readonly runs: CommandRun[] = [];
  /** Those whose answer is there: nobody waits for the others at the end. */
  readonly ended: CommandRun[] = [];
  readonly #turns = new Turns(AT_ONCE);
  readonly #input: SharedInput;
  readonly #command: Command;
  readonly #typed: Parsed;
  readonly #run: RunOptions;
  #asked = 0;
  #failed = 0;
  #fail = (_: unknown): void => undefined;
  /** Never resolves; rejects with what ends the whole run. */
  readonly #fatal = new Promise<never>((_, reject) => {
    this.#fail = reject;
  });

  constructor(command: Command, typed: Parsed, run: RunOptions) {
    this.#command = command;
    this.#typed = typed;
    this.#run = run;
    this.#input = new SharedInput(run.host.stdin);
    this.#fatal.catch(() => undefined);
  }

  /** What all of them show. */
  async view(clouds: readonly Target[]): Promise<CommandView> {
    const { globals } = this.#typed;
    const format = globals.format ?? 'table';
    const places = (
      await this.#orFatal(Promise.all(clouds.map((cloud) => this.#regions(cloud).then((all) => all.map(this.#begin)))))
    ).flat();
    const parts = await this.#orFatal(Promise.all(places));
    const shown = parts.filter((part) => part !== undefined);
    const [first] = shown;
    if (first === undefined) throw new Quiet('failed');
    const end = { check: () => this.#check(), reason: () => this.#exitReason(shown), fatal: this.#fatal };
    const { maxItems, query, raw, noindent } = globals;
    const most = maxItems ?? ownLimit(this.#typed.options);
    if (raw || query !== undefined) {
      const { mergeRaw } = await import('./merge-raw.js');
      const shape = { noindent, isByLine: format.startsWith('ndjson'), ...(query === undefined ? {} : { query }) };
      return mergeRaw(shown, end, shape, most);
    }
    switch (first.view.kind) {
      case 'list':
        return mergeLists(shown, end, {
          ...(most === undefined ? {} : { most }),
          isSorted: globals.sortColumn.length > 0,
          // Its columns are as wide as what is in them.
          isWhole: format.startsWith('table') && this.#run.host.stdout.isTTY(),
        });
      case 'sections':
        return mergeSections(shown, end);
      case 'show':
        return mergeShows(shown, end, format, this.#run.client.tables);
      default:
        throw new UsageError('several clouds are asked for lists and for what one thing is, not for texts');
    }
  }

  /** The regions of a cloud; the one of its settings where not all are asked for. */
  async #regions(cloud: Target): Promise<readonly Target[]> {
    if (!this.#typed.globals.allRegions) return [cloud];
    const found = await this.#guarded(cloud, async () => {
      const running = await this.#start(cloud);
      const { catalog } = (await running.session?.accessInfo()) ?? { catalog: [] };
      // Its regions find the login where it is kept.
      await running.close();
      return regionsOf(catalog, this.#run.service);
    });
    if (found === undefined) return [];
    this.#asked -= 1;
    return found.length === 0 ? [cloud] : found.map((region) => ({ ...cloud, region }));
  }

  /** Asks one, and goes on reading what it shows; undefined where there is nothing to be shown of it. */
  readonly #begin = async (target: Target): Promise<Part | undefined> => {
    const part = new Part(target);
    const work = this.#guarded(target, async () => {
      const running = await this.#start(target);
      try {
        await part.read(this.#inOrder(await running.view()), () => this.#place(target, running));
      } finally {
        this.ended.push(running);
      }
    });
    void work.then(() => part.end());
    return (await part.begun) ? part : undefined;
  };

  /** Rows of a cloud in the order in which they are shown of it alone, unless all are sorted together. */
  #inOrder(view: CommandView): CommandView {
    const { sortColumn, raw, query } = this.#typed.globals;
    if (view.kind !== 'list' || sortColumn.length > 0 || raw || query !== undefined) return view;
    return { ...view, pages: inOwnOrder(view, this.#run.client.tables) };
  }

  #start(target: Target): Promise<CommandRun> {
    const { globals } = this.#typed;
    const own: Globals = {
      ...globals,
      allClouds: false,
      allRegions: false,
      ...(target.cloud === undefined ? {} : { osCloud: target.cloud }),
      ...(target.region === undefined ? {} : { region: target.region }),
    };
    const host = hostOf(this.#run.host, target, this.#input);
    // It sees each request before anybody else does.
    const { observersOf, observers: usual = [] } = this.#run;
    const observers = [readsOnly, ...(observersOf?.(labelOf(target)) ?? usual)];
    const options: RunOptions = { ...this.#run, host, observers, isPart: true };
    return runCommand(this.#command, { ...this.#typed, globals: own }, options).then((running) => {
      this.runs.push(running);
      return running;
    });
  }

  /** Where something comes from: the region is that of the settings, or else the first one of the service. */
  async #place(target: Target, { cloud, session, settings }: CommandRun): Promise<{ cloud: string; region: string }> {
    const name = target.cloud ?? cloud ?? (this.#typed.globals.sandbox ? 'sandbox' : 'envvars');
    const region = target.region ?? session?.settings.region;
    const hasLogin = this.#command.login !== false && settings?.serviceEndpoint === undefined;
    if (region !== undefined || session === undefined || !hasLogin) return { cloud: name, region: region ?? '' };
    const catalog = await session.accessInfo().then(
      (info) => info.catalog,
      () => [],
    );
    return { cloud: name, region: regionsOf(catalog, this.#run.service)[0] ?? '' };
  }

  /** Work on one cloud, within its turn and the deadline; undefined, and a line on standard error, where it fails. */
  async #guarded<T>(target: Target, work: () => Promise<T>): Promise<T | undefined> {
    this.#asked += 1;
    const { deadline, host } = this.#run;
    const turn = this.#turns.take(work);
    try {
      if (deadline === undefined) return await turn;
      const left = Math.max(0, deadline - host.now());
      const { deadline: seconds } = this.#typed.globals;
      return await within(left, turn, () => new Failure(`no answer within ${seconds} s (--deadline)`));
    } catch (error) {
      if (endsAll(error)) {
        this.#fail(error);
        return undefined;
      }
      this.#failed += 1;
      await host.stderr.write(`stackline: ${labelOf(target)}: ${lineOf(error as Failure)}\n`);
      return undefined;
    }
  }

  #orFatal<T>(promise: Promise<T>): Promise<T> {
    return Promise.race([promise, this.#fatal]);
  }

  /** @throws Quiet where all have failed: an empty answer would say that there is nothing */
  #check(): void {
    if (this.#failed > 0 && this.#failed === this.#asked) throw new Quiet('failed');
  }

  #exitReason(parts: readonly Part[]): ExitReason {
    if (this.#failed > 0) return 'incomplete';
    return parts.map((part) => part.exitReason()).find((reason) => reason !== 'ok') ?? 'ok';
  }
}
