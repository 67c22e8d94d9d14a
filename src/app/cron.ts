/** What a run in cron asks for: not all at once, one at a time, not for ever, and silent when all is well. */
import type { Globals } from '../cli/globals.js';
import type { Parsed } from '../cli/parse.js';
import { Failure, Quiet, UsageError } from '../core/errors.js';
import type { ExitReason } from '../core/exit-codes.js';
import type { Host } from '../host/host.js';

/** `deadline`: milliseconds since 1970 at which all is over. */
export type Run = (host: Host, deadline?: number) => Promise<ExitReason>;

interface CronJob {
  readonly host: Host;
  readonly globals: Globals;
  /** Everything that tells this command line from another, secrets left out: the lock's name where none is given. */
  readonly line: () => string;
  readonly run: Run;
}

/** What counts as another cloud, or another way into it. */
const PLACE = /^OS_(CLOUD|AUTH_URL|USERNAME|USER_ID|PROJECT_NAME|PROJECT_ID|TENANT_NAME|TENANT_ID|REGION_NAME)$/;

/**
 * A command line as the name of its lock: the words that were understood, where they lead, and no secret: a passcode is
 * another each time.
 */
export function lineOf(
  env: Host['env'],
  { applet, verb }: { readonly applet: string; readonly verb?: string },
  { globals, options, args }: Pick<Parsed, 'globals' | 'options' | 'args'>,
): string {
  const {
    password: _password,
    passcode: _passcode,
    token: _token,
    serviceToken: _service,
    applicationCredentialSecret: _secret,
    ...open
  } = globals;
  const place = Object.entries(env).filter(([name]) => PLACE.test(name));
  return JSON.stringify([applet, verb, options, args, open, place.sort()]);
}

/**
 * Runs a command as `--splay`, `--lock`, `--deadline` and `--only-problems` ask for it. The deadline counts from the
 * moment when the lock is ours.
 *
 * @returns how the command ended
 * @throws what the command throws, a Failure when the deadline has come, and `Quiet` when another run holds the lock
 */
export async function inCron({ host, globals, line, run }: CronJob): Promise<ExitReason> {
  const splay = seconds('--splay', globals.splay, 0);
  const limit = seconds('--deadline', globals.deadline);
  // A person who waits does not want to be one of many.
  if (splay !== undefined && !host.stdin.isTTY() && !host.stderr.isTTY()) await pause(Math.random() * splay);
  const within: Run = limit === undefined ? run : (inner) => limited(inner, limit, run);
  const silent: Run = globals.onlyProblems ? (inner) => onlyProblems(inner, within) : within;
  if (globals.lock === undefined) return silent(host);
  const name = globals.lock === '' ? line() : globals.lock;
  const lock = await host.lock(name);
  if ('holder' in lock) {
    if (!globals.quiet) await host.stderr.write(`${heldBy(lock.holder, globals.lock)}\n`);
    throw new Quiet('locked');
  }
  try {
    return await silent(host);
  } finally {
    lock.release();
  }
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

async function limited(host: Host, limit: number, run: Run): Promise<ExitReason> {
  let over = false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      over = true;
      const hint = '--deadline SECONDS allows more.';
      reject(new Failure(`Timed out after ${limit / 1000} s (--deadline)`, { name: 'Timeout', hint }));
    }, limit);
  });
  // What comes too late is not written any more: an error has been reported by then.
  const never = new Promise<void>(() => undefined);
  const until = (sink: Host['stdout']): Host['stdout'] => ({
    isTTY: sink.isTTY,
    write: (text) => (over ? never : sink.write(text)),
  });
  try {
    const inner = { ...host, stdout: until(host.stdout), stderr: until(host.stderr) };
    return await Promise.race([run(inner, host.now() + limit), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Keeps the output back until it is known whether something went wrong: an exit reason, or a word on standard error. */
async function onlyProblems(host: Host, run: Run): Promise<ExitReason> {
  const held: string[] = [];
  let said = false;
  const inner: Host = {
    ...host,
    stdout: { isTTY: host.stdout.isTTY, write: (text) => void held.push(text) },
    stderr: {
      isTTY: host.stderr.isTTY,
      write: (text) => {
        said = true;
        return host.stderr.write(text);
      },
    },
  };
  const show = async (): Promise<void> => {
    for (const text of held) await host.stdout.write(text);
  };
  try {
    const exitReason = await run(inner);
    if (exitReason !== 'ok' || said) await show();
    return exitReason;
  } catch (error) {
    await show();
    throw error;
  }
}
