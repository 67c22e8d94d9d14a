import { applets } from '../cli/applets.js';
import type { Globals } from '../cli/globals.js';
import type { Program } from '../command/context.js';
import type { Command } from '../command/define.js';
import type { ExitCode, ExitReason } from '../core/exit-codes.js';
import type { Settings } from '../core/settings.js';
import type { View } from '../core/view.js';
import type { Host, StoredUserConfig } from '../host/host.js';
import { redirects } from '../http/redirects.js';
import type { Timing } from '../http/timings.js';
import { compose, type Decorator } from '../http/transport.js';
import { openSession } from '../session/cloud-session.js';
import { examineSettings, loadSettings } from './load-settings.js';
import { passcodePrompt, passwordPrompt } from './prompts.js';
import { httpTransport, retryPolicy, sandboxTransport } from './transport.js';

interface Invocation {
  readonly host: Host;
  readonly applet: string;
  readonly service: string;
  readonly command: Command;
  readonly globals: Globals;
  readonly options: Readonly<Record<string, unknown>>;
  readonly args: Readonly<Record<string, unknown>>;
  readonly show: (view: View) => Promise<void>;
  /** Milliseconds since 1970 at which all is over. */
  readonly deadline?: number;
  readonly userConfig: StoredUserConfig | undefined;
  /** Runs another command line. */
  readonly main: (host: Host) => Promise<ExitCode>;
}

/** Runs a parsed command: settings, a session that logs in when it is first used, the view, and its rendering. */
export async function work(job: Invocation): Promise<ExitReason> {
  const { host, globals, command } = job;
  const say = (line: string): void => void host.stderr.write(`${line}\n`);
  const note = globals.verbose && !globals.quiet ? say : () => undefined;
  const warn = globals.quiet ? () => undefined : say;
  const { applet, userConfig } = job;
  const sources = { host, globals, applet, userConfig, note, warn };
  const loaded = command.runsWithoutSettings
    ? await examineSettings(sources)
    : await loadSettings(sources, command.login);
  const { settings } = loaded;
  const network = globals.sandbox ? sandboxTransport(host) : httpTransport(host, settings);
  const watching = await observers(job, settings);
  const curl = globals.curl ? await import('./dry-run.js') : undefined;
  const shown = curl?.preview((text) => void host.stdout.write(text), settings);
  const session = openSession({
    transport: compose(
      network.transport,
      redirects(),
      retryPolicy(host, globals, note, job.deadline),
      ...watching.decorators,
    ),
    settings,
    service: job.service,
    complete: passwordPrompt(host),
    passcode: passcodePrompt(host),
    // A recording is of use only if the login is in it.
    store: globals.record === undefined ? await host.logins() : undefined,
    now: host.now,
    note,
    ...(shown === undefined ? {} : { preview: shown.request }),
  });
  try {
    const view = await command.view({
      session,
      options: job.options as never,
      args: job.args as never,
      warn,
      now: host.now,
      program: curl?.noProgram ?? {
        ...programOf(job),
        config: async () => (await import('./config-access.js')).configAccess(host, applet, userConfig, loaded),
        diagnostics: async () => {
          const probe = globals.sandbox ? undefined : await host.probe();
          return (await import('./diagnostics.js')).diagnosticsOf(loaded, probe, network.transport);
        },
      },
    });
    await (curl?.drain ?? job.show)(view);
    shown?.end();
    return exitReasonOf(view);
  } finally {
    await watching.sumUp();
    await Promise.all([session.settled(), network.close()]);
  }
}

/** How the run ends when this has been shown. */
const exitReasonOf = (view: View): ExitReason => ('exitReason' in view ? view.exitReason?.() : undefined) ?? 'ok';

interface Observers {
  readonly decorators: readonly Decorator[];
  readonly sumUp: () => Promise<void>;
}

/** `--debug` and `--timings`: who looks at the exchanges without changing them. */
async function observers({ host, globals, applet }: Invocation, settings: Settings): Promise<Observers> {
  const decorators: Decorator[] = [];
  let sumUp = async (): Promise<void> => undefined;
  if (globals.timings) {
    const { timings } = await import('../http/timings.js');
    const watch = timings(host.now);
    decorators.push(watch.decorator);
    sumUp = async () => void (await host.stderr.write(await timingsBox(watch.entries())));
  }
  if (globals.debug) {
    const { trace } = await import('../http/trace.js');
    const { insecure, cacert } = settings;
    const secrets = new Set(
      [settings.password, settings.token, settings.serviceToken, settings.applicationCredentialSecret].filter(
        (one) => one !== undefined,
      ),
    );
    const write = (text: string): void => void host.stderr.write(text);
    decorators.push(
      (next) => (request) => {
        const token = request.headers['x-auth-token'];
        if (token !== undefined) secrets.add(token);
        return next(request);
      },
      trace({ write, now: host.now, secrets: () => secrets, insecure, ...(cacert === undefined ? {} : { cacert }) }),
    );
  }
  if (globals.record !== undefined) {
    const { openRecording } = await import('./recording.js');
    const recording = openRecording(await host.recordingDirectory(globals.record), settings, applet, host.now);
    decorators.push(recording.decorator);
    const before = sumUp;
    sumUp = async () => {
      await before();
      await recording.settled();
    };
  }
  return { decorators, sumUp };
}

async function timingsBox(entries: readonly Timing[]): Promise<string> {
  const { boxed } = await import('../output/boxed.js');
  const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;
  const total = entries.reduce((sum, { seconds }) => sum + seconds, 0);
  const rows = entries.map(({ method, url, seconds }) => [`${method} ${url}`, rounded(seconds)]);
  return boxed(['request', 'seconds'], [...rows, ['Total', rounded(total)]]);
}

/** What our own commands may do beyond asking a cloud. */
function programOf({ host, main }: Invocation): Omit<Program, 'config' | 'diagnostics'> {
  let cloud: ReturnType<Host['simulate']> | undefined;
  return {
    run: async (words) => {
      cloud ??= host.simulate();
      const same = cloud;
      const said: string[] = [];
      const sink = { isTTY: () => false, write: (text: string) => void said.push(text) };
      const argv = ['--sandbox', ...words];
      const code = await main({
        ...host,
        program: 'stackline',
        argv,
        stdout: sink,
        stderr: sink,
        simulate: () => same,
      });
      return { screen: said.join(''), code };
    },
    serve: host.serve,
    isTerminal: () => host.stdout.isTTY(),
    createFile: host.createFile,
    names: Object.keys(applets),
    links: host.links,
  };
}
