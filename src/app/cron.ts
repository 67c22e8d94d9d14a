/** What a run in cron asks for: not all at once, one at a time, not for ever, and silent when all is well. */
import type { Globals } from '../cli/globals.js';
import type { Parsed } from '../cli/parse.js';
import type { Route } from '../cli/route.js';
import type { SettingTraits } from '../core/definition.js';
import { definitionOf, definitions, type SettingName, variablesOf } from '../core/definitions.js';
import { Failure, Quiet, UsageError } from '../core/errors.js';
import type { ExitReason } from '../core/exit-codes.js';
import type { Host, Sink } from '../host/host.js';

/** A run that has its turn. */
export interface CronRun {
  /** Where the command is to run: its output may be held back, and ends with the deadline. */
  readonly host: Host;
  /** Milliseconds since 1970 at which all is over. */
  readonly deadline?: number;
  /**
   * Waits for the end of the command, shows what was held back if something went wrong, and gives the lock back.
   *
   * @throws what the command throws, and a Failure when the deadline has come
   */
  finish(command: Promise<ExitReason>): Promise<ExitReason>;
}

/**
 * A command line as the name of its lock: the words that were understood, where they lead, and no secret: a passcode is
 * another each time.
 */
export function lineOf(
  env: Host['env'],
  { applet, verb, client }: Pick<Route, 'applet' | 'verb' | 'client'>,
  { globals, options, args }: Pick<Parsed, 'globals' | 'options' | 'args'>,
): string {
  const isProof = (traits?: SettingTraits): boolean => traits?.group === 'who' && traits.secret === true;
  const open = Object.entries(globals).filter(([key]) => !isProof(definitionOf(key)?.traits));
  const names = (Object.keys(definitions) as SettingName[])
    .filter((setting) => !isProof(definitions[setting].traits))
    .flatMap((setting) => variablesOf(setting, client.env));
  const variables = ['OS_CLOUD', 'HYPERV_HOSTS', ...names].flatMap((name) => (env[name] ? [[name, env[name]]] : []));
  return JSON.stringify([applet, verb, options, args, open, variables]);
}

/**
 * Waits for the turn of a run as `--splay` and `--lock` ask for it, and prepares what `--deadline` and `--only-problems`
 * do. The deadline counts from the moment when the lock is ours.
 *
 * @param line the command line as the name of its lock, where none is given (`lineOf`)
 * @param endsItself the command sees to the deadline: what has come by then is shown
 * @throws UsageError for what is no time, and `Quiet` when another run holds the lock
 */
export async function startCronRun(
  host: Host,
  globals: Globals,
  line: () => string,
  endsItself: boolean,
): Promise<CronRun> {
  const splay = seconds('--splay', globals.splay, 0);
  const limit = seconds('--deadline', globals.deadline);
  // A person who waits does not want to be one of many.
  if (splay !== undefined && !host.stdin.isTTY() && !host.stderr.isTTY()) await pause(Math.random() * splay);
  const release = globals.lock === undefined ? () => undefined : await takeLock(host, globals, line);
  const held = globals.onlyProblems ? holdOutput(host) : undefined;
  if (limit !== undefined) await host.watch(limit);
  const timed = limit === undefined || endsItself ? undefined : startTimer(held?.host ?? host, limit);
  return {
    host: timed?.host ?? held?.host ?? host,
    ...(limit === undefined ? {} : { deadline: host.now() + limit }),
    finish: async (command) => {
      try {
        const exitReason = await (timed === undefined ? command : timed.limit(command));
        if (exitReason !== 'ok' || held?.isSpeaking()) await held?.show();
        return exitReason;
      } catch (error) {
        await held?.show();
        throw error;
      } finally {
        release();
      }
    },
  };
}

/** Takes the lock; what gives it back. */
async function takeLock(
  host: Pick<Host, 'stderr' | 'storage'>,
  { lock: name = '', quiet }: Globals,
  line: () => string,
): Promise<() => void> {
  const lock = await host.storage.lock(name === '' ? line() : name);
  if (!('holder' in lock)) return lock.release;
  if (!quiet) await host.stderr.write(`${heldBy(lock.holder, name)}\n`);
  throw new Quiet('locked');
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Milliseconds; `least` seconds of them are no mistake. */
function seconds(option: string, text: string | undefined, least = Number.MIN_VALUE): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\s*(\d{1,7}(\.\d*)?|\.\d+)\s*$/.test(text) ? Number(text) : -1;
  if (value >= least) return value * 1000;
  throw new UsageError(`argument ${option}: invalid number of seconds: '${text}'`);
}

function heldBy({ pid, host, since }: { pid: number; host: string; since: number }, name: string): string {
  const what = name === '' ? 'This command is running already' : `Another run holds the lock '${name}'`;
  return `${what}: process ${pid} on ${host}, since ${new Date(since).toISOString().slice(0, 19)}Z.`;
}

/** A host whose output ends when the time is over, and what rejects a promise then. */
function startTimer(host: Host, limit: number) {
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      isOver = true;
      const hint = '--deadline SECONDS allows more.';
      reject(new Failure(`Timed out after ${limit / 1000} s (--deadline)`, { name: 'Timeout', hint }));
    }, limit);
  });
  // What comes too late is not written any more: an error has been reported by then.
  const never = new Promise<void>(() => undefined);
  const until = (sink: Sink): Sink => ({
    ...sink,
    write: (text) => (isOver ? never : sink.write(text)),
  });
  return {
    host: { ...host, stdout: until(host.stdout), stderr: until(host.stderr) },
    limit: <T>(promise: Promise<T>): Promise<T> => Promise.race([promise, expired]).finally(() => clearTimeout(timer)),
  };
}

/** A host whose output is kept until it is known whether something went wrong; a word on standard error is a problem. */
function holdOutput(host: Host) {
  const texts: string[] = [];
  let isSpeaking = false;
  const stderr: Sink = {
    isTTY: host.stderr.isTTY,
    write: (text) => {
      isSpeaking = true;
      return host.stderr.write(text);
    },
  };
  // An image may be larger than what can be held: it is what was asked for, not a word about it.
  const write: Sink['write'] = (text) => (typeof text === 'string' ? void texts.push(text) : host.stdout.write(text));
  return {
    host: { ...host, stderr, stdout: { ...host.stdout, write } },
    isSpeaking: () => isSpeaking,
    show: async () => {
      for (const text of texts) await host.stdout.write(text);
    },
  };
}
