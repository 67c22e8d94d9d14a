/** What stands around a command that changes something: plan and question, waiting for its end, the log. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { ClassicClient } from '../../classic/client.js';
import { isApplet } from '../../cli/applets.js';
import type { Parsed } from '../../cli/parse.js';
import type { Change, Chosen, Command } from '../../command/command.js';
import type { Context } from '../../command/context.js';
import { Quiet, UsageError } from '../../core/errors.js';
import type { Secrets } from '../../core/secrets.js';
import type { Settings } from '../../core/settings.js';
import type { CommandView } from '../../core/view.js';
import type { Host, StoredUserConfig } from '../../host/host.js';
import type { Decorator, HttpRequest } from '../../http/transport.js';
import { showUrl } from '../../http/url.js';
import { confirm } from '../confirm.js';
import { drained, noProgram } from '../dry-run.js';
import { type Cloud, viewOf } from '../open-cloud.js';
import { onlyAsShown } from './as-shown.js';
import { untilFailed } from './half-done.js';
import { tracking, type Writes } from './interrupted.js';
import { changeLog, type Who } from './log.js';
import { type Plan, planOf } from './plan.js';
import { waited, waitLimit } from './waiting.js';
import { adviceOnAnswers, afterChange, watchWrites } from './writes.js';

/** True in what a rehearsal begins. One for all runs: Node goes through all that there are for each promise that is made. */
const rehearsal = new AsyncLocalStorage<true>();

interface ChangeDeps {
  readonly host: Host;
  readonly client: ClassicClient;
  readonly verb: string;
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly userConfig: StoredUserConfig | undefined;
  /** Its name in clouds.yaml. */
  readonly cloud: string | undefined;
  readonly warn: (line: string) => void;
  readonly note: (line: string) => void;
}

/** A command that changes something, run with care. */
export interface Changing {
  /** Sees every request of the session, before it is sent again or elsewhere. */
  readonly decorator: Decorator;
  readonly view: (cloud: Cloud, given: Omit<Context<unknown, unknown>, 'session'>) => Promise<CommandView>;
  /** All that was to be shown has been, or has failed. */
  readonly settled: () => Promise<void>;
}

/**
 * Under our own name, what destroys something is asked about first: without a terminal only `--yes` does it. Under a
 * classic client's name nobody is asked but with `--confirm`, or where a filter chooses.
 *
 * @throws UsageError where somebody would have to be asked and nobody is there
 */
export async function changing(command: Command, { globals }: Parsed, around: ChangeDeps): Promise<Changing> {
  const { host, secrets, verb, warn } = around;
  const change: Change = command.change ?? {};
  const { confirm: isConfirmed, yes = false, dryRun = false, wait, where } = globals;
  const destroysAsOurs = change.destroys !== undefined && !isApplet(host.program);
  const asks = !yes && !dryRun && (isConfirmed || destroysAsOurs || where !== undefined);
  if (asks && !(host.stdin.isTTY() && host.stderr.isTTY())) {
    throw new UsageError('nobody is there to be asked', {
      hint: '--yes does it without a question, --dry-run shows it.',
    });
  }
  const limit = wait === undefined ? undefined : waitLimit(wait, change);
  let open: Cloud | undefined;
  const who = whoOf(() => open, around);
  const path = logPath(globals.log, around);
  const line = `${host.program} ${verb}`;
  const log = path === undefined ? undefined : changeLog({ host, path, secrets, command: line, who, warn });
  if (!dryRun) await log?.check();
  const writes: Writes = new Map();
  let over = (): void => undefined;
  const wouldSend: HttpRequest<unknown>[] = [];
  const advice = adviceOnAnswers();
  const isRehearsal = (): boolean => dryRun || rehearsal.getStore() === true;
  let check = (_: HttpRequest<unknown>): void => undefined;
  const decorator = watchWrites({
    isDry: isRehearsal,
    begins: async (request) => {
      if (isRehearsal()) {
        wouldSend.push(request);
        return;
      }
      check(request);
      writes.set(request, 'begun');
    },
    ended: async (asked, end) => {
      writes.set(asked, end.result === 'accepted' ? 'done' : end.result === 'unknown' ? 'begun' : 'failed');
      advice.ended(asked, end);
      await log?.write(end);
    },
  });
  const view = async (cloud: Cloud, given: Omit<Context<unknown, unknown>, 'session'>): Promise<CommandView> => {
    open = cloud;
    const context = { ...given, session: cloud.session } as unknown as Context<never, never>;
    const chosen = where === undefined ? undefined : await filtered(change, cloud, given, around, globals);
    if (chosen?.length === 0) {
      warn('Nothing is there for which this is true.');
      throw new Quiet('ok');
    }
    const needsPlan = asks || dryRun || chosen !== undefined;
    const plan = needsPlan ? await planOf(command, context, { verb, who: await who() }, chosen) : undefined;
    if (dryRun && plan !== undefined) {
      const run = { ...given, program: { ...given.program, ...noProgram, sleep: host.sleep } };
      return dryView(plan, () => viewFor(command, cloud, run, plan.targets), wouldSend);
    }
    if (asks && plan !== undefined) {
      const { isAskable } = given.program;
      const run = { ...given, program: { ...given.program, ...noProgram, isAskable }, warn: () => undefined };
      // What it begins belongs to the rehearsal for good, however long it goes on.
      await rehearsal.run(true, () => drained(viewFor(command, cloud, run, plan.targets)));
      check = onlyAsShown(wouldSend, plan.lines);
      await confirm(host, plan.lines, false);
    }
    if (!asks) for (const one of plan?.lines ?? []) warn(one);
    const targets = () => plan?.targets?.map((one) => one.given) ?? change.targets?.(context) ?? [];
    const follows = tracking(host, { targets, writes, isWaited: limit !== undefined });
    over = follows.over;
    const tracked = { ...given, track: follows.track };
    const failed = (error: unknown): unknown =>
      follows.half(writes.size > 0 ? afterChange(advice.withAdvice(error)) : error);
    if (limit !== undefined) await change.before?.(context);
    const shown = await untilFailed(() => viewFor(command, cloud, tracked, plan?.targets), failed, advice.withAdvice);
    return limit === undefined
      ? shown
      : waited(shown, limit, {
          change,
          context,
          host,
          ended: follows.ended,
          ...(plan?.targets && { shown: plan.targets }),
        });
  };
  return { decorator, view, settled: async () => over() };
}

/** The command's view, of what the plan has looked up where there is one. */
function viewFor(
  command: Command,
  cloud: Cloud,
  given: Omit<Context<unknown, unknown>, 'session'>,
  targets: readonly Chosen[] | undefined,
): Promise<CommandView> {
  const { change } = command;
  if (targets === undefined || change?.view === undefined) return viewOf(command, cloud, given);
  // A manifest forgets what a command takes; the parser has seen to it that these are they.
  return change.view({ ...given, session: cloud.session } as unknown as Context<never, never>, targets);
}

/** The plan, and the requests that would be sent. */
function dryView(
  plan: Plan,
  view: () => Promise<CommandView>,
  wouldSend: readonly HttpRequest<unknown>[],
): CommandView {
  const chunks = async function* (): AsyncGenerator<string> {
    for (const line of plan.lines) yield `${line}\n`;
    await drained(view());
    yield wouldSend.length === 0 ? 'Nothing would be sent.\n' : 'Nothing was changed. This would be sent:\n';
    for (const { method, url } of wouldSend) yield `${method} ${showUrl(url)}\n`;
  };
  return { kind: 'text', chunks: chunks() };
}

async function filtered(
  change: Change,
  cloud: Cloud,
  given: Omit<Context<unknown, unknown>, 'session'>,
  around: ChangeDeps,
  globals: Parsed['globals'],
): Promise<readonly Chosen[]> {
  const { chosenBy } = await import('./filter.js');
  return chosenBy(change, cloud, given as unknown as Omit<Context<never, never>, 'session'>, { ...around, globals });
}

/** Where things are changed, and as whom: as the login says it. */
function whoOf(open: () => Cloud | undefined, { settings, cloud }: ChangeDeps): () => Promise<Who> {
  return async () => {
    const access = await open()?.session.accessInfo();
    const url = settings.authUrl ?? access?.authUrl ?? '';
    const place = url === '' ? '' : showUrl(url);
    return {
      cloud: cloud === undefined ? place : `${cloud} at ${place}`,
      region: settings.region,
      project: access?.project?.name ?? settings.projectName,
      projectId: access?.project?.id,
      user: access?.user.name ?? settings.username ?? '',
      ...(access === undefined ? {} : { userId: access.user.id }),
    };
  };
}

/** `--log`, `STACKLINE_LOG`, or `log` of our own settings. */
export function logPath(
  option: string | undefined,
  { host, userConfig }: Pick<ChangeDeps, 'host' | 'userConfig'>,
): string | undefined {
  const path = option ?? (host.env.STACKLINE_LOG || userConfig?.values.log);
  return path?.startsWith('~/') ? `${host.env.HOME ?? ''}${path.slice(1)}` : path;
}
