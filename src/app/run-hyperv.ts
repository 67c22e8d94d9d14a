/** Runs commands that work on hosts of Hyper-V. */
import { type Globals, selects } from '../cli/globals.js';
import type { Parsed } from '../cli/parse.js';
import type { Command } from '../command/command.js';
import type { HypervContext } from '../command/hyperv-context.js';
import { Failure, UsageError } from '../core/errors.js';
import type { Timing } from '../http/timings.js';
import type { Wsman } from '../hyperv/wsman/client.js';
import { visibleLine } from '../lib/escape.js';
import { confirm } from './confirm.js';
import type { HypervRun } from './hyperv-hosts.js';
import { passwordFrom } from './load-settings.js';
import type { CommandRun, RunOptions } from './run-command.js';

/** What reaches hosts, which the tables of numbers have no use for. */
const reach = () => import('./hyperv-hosts.js');

/** The same as `runCommand`, with the hosts in the place of a cloud. Nothing is sent before the view is asked for. */
export async function runHyperv(command: Command, typed: Parsed, run: RunOptions): Promise<CommandRun> {
  const { host } = run;
  const { globals } = typed;
  const timings: Timing[] = [];
  let simulated: ReturnType<typeof host.sandbox.simulate> | undefined;
  const sandbox = () => {
    simulated ??= host.sandbox.simulate();
    return simulated;
  };
  const started: HypervRun = {
    ...run,
    globals,
    given: await passwordFrom(host, globals, '--password-file'),
    passwords: new Map(),
    sandbox,
    observe: observer(run, globals.debug, timings),
  };
  const opened = new Map<string, Promise<Wsman>>();
  const context = contextOf(typed, started, opened);
  const selected = selects(globals)
    ? await (await import('./selecting.js')).selectingHosts(command, typed, run)
    : undefined;
  return {
    // A manifest forgets what a command takes; the parser has seen to it that these are they.
    view: async () => {
      const view = await command.view(context as never);
      return selected?.(view) ?? view;
    },
    ...(globals.timings ? { timings: () => timings } : {}),
    close: async () => {
      await Promise.all([...opened.values()].map((host) => host.then((one) => one.close()).catch(() => undefined)));
    },
  };
}

/**
 * What the command gets.
 * @param opened the hosts that it has asked for until now, by their names
 */
function contextOf(
  { options, args }: Parsed,
  started: HypervRun,
  opened: Map<string, Promise<Wsman>>,
): HypervContext<unknown, unknown> {
  const { host, globals, secrets } = started;
  const say = (line: string): void => void host.stderr.write(`${line}\n`);
  return {
    options,
    args,
    warn: globals.quiet ? () => undefined : say,
    verbosity: globals.quiet ? 'quiet' : globals.verbose ? 'verbose' : 'usual',
    now: host.now,
    hosts: async (words, file) => {
      const listed = file === undefined ? [] : hostLines(await readFile(host, globals, file));
      const chosen = [...words, ...listed];
      if (chosen.length === 0)
        chosen.push(...(await otherwise(started, globals.sandbox ? started.sandbox : undefined)));
      if (chosen.length > 0) return eachOnce(chosen, started);
      throw new UsageError('no host is named', {
        hint: 'Name one, or --hosts FILE, or set HYPERV_HOSTS, or name some in the user configuration.',
      });
    },
    open: (name) => {
      const known = opened.get(name) ?? reach().then(({ openHost }) => openHost(name, started));
      opened.set(name, known);
      return known;
    },
    complain: ({ message, hint }) => say(hint === undefined ? message : `${message}\n${hint}`),
    confirm: (plan, yes) => confirm(host, plan, yes),
    record: async (name, path) => (await import('./hyperv-log.js')).hostLog(name, path, started, say),
    inDoubt: async (what, work) => {
      const said = `\nInterrupted.\nnot known whether it was done: ${visibleLine(what)}\n`;
      const over = host.untilEnd(() => void host.stderr.write(said));
      try {
        return await work();
      } finally {
        over();
      }
    },
    readFile: (path) => readFile(host, globals, path),
    hide: (text) => secrets.learn(text),
    sleep: host.sleep,
    progress: (text) => {
      if (!host.stderr.isTTY() || globals.quiet) return;
      // Bytes: a carriage return is to be obeyed here.
      void host.stderr.write(Buffer.from(text === undefined ? '\r\x1b[K' : `\r\x1b[K${visibleLine(text)}`));
    },
  };
}

/** The hosts, each once, under whichever names: a password is tried once for each. */
async function eachOnce(names: readonly string[], run: HypervRun): Promise<readonly string[]> {
  const { urlOf } = await reach();
  const byUrl = new Map<string, string>();
  for (const name of names) {
    const url = await urlOf(name, run);
    if (!byUrl.has(url)) byUrl.set(url, name);
  }
  return [...byUrl.values()];
}

/**
 * What `--debug` and `--timings` tell: which operation, how it ended and how long it took, and never what was in it. A
 * person at a terminal is told which host is waited for.
 */
function observer({ host, waitFor }: RunOptions, debug: boolean, timings: Timing[]): HypervRun['observe'] {
  return (operation) => {
    const start = host.now();
    const over = waitFor?.(operation.replace(/^\w+:\/\/|\/.*$/gs, ''));
    const entry = { method: 'POST', url: operation, seconds: 0 };
    timings.push(entry);
    if (debug) void host.stderr.write(`> POST ${operation}\n`);
    return (end) => {
      over?.();
      entry.seconds = (host.now() - start) / 1000;
      if (debug) void host.stderr.write(`< ${end} (${entry.seconds.toFixed(3)} s)\n`);
    };
  };
}

/** The hosts that nobody has typed. */
async function otherwise(
  { host, userConfig }: RunOptions,
  sandbox: HypervRun['sandbox'] | undefined,
): Promise<readonly string[]> {
  if (sandbox !== undefined) return (await sandbox()).login.hyperv.hosts;
  const named = (host.env.HYPERV_HOSTS ?? '').split(/[\s,]+/).filter((word) => word !== '');
  if (named.length > 0 || userConfig === undefined) return named;
  return (await import('../config/hyperv-hosts.js')).namedHosts(userConfig);
}

/** One host a line; what follows `#` is a comment. */
function hostLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/#.*/s, '').trim())
    .filter((line) => line !== '');
}

async function readFile({ files }: RunOptions['host'], { osPasswordStdin }: Globals, path: string): Promise<string> {
  if (path === '-' && osPasswordStdin) {
    throw new UsageError('argument --password-stdin: the standard input is read for something else');
  }
  const found = (await files.reader())(path === '-' ? '/dev/stdin' : path);
  if (found === undefined) throw new Failure(`Cannot read ${path}: it is not there, or no file that can be read.`);
  return found.text;
}
