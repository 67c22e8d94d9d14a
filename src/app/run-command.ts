import type { ClassicClient } from '../classic/client.js';
import { selects } from '../cli/globals.js';
import type { Parsed } from '../cli/parse.js';
import type { Command } from '../command/command.js';
import type { Program } from '../command/context.js';
import type { Secrets } from '../core/secrets.js';
import type { Settings } from '../core/settings.js';
import type { CommandView } from '../core/view.js';
import type { Host, StoredUserConfig } from '../host/host.js';
import type { Timing } from '../http/timings.js';
import type { Decorator } from '../http/transport.js';
import type { Session } from '../session/session.js';
import { examineSettings, loadSettings } from './load-settings.js';
import { openCloud, viewOf } from './open-cloud.js';
import { programOf } from './program.js';

/** A command that runs: what it shows, and what is to be done afterwards. */
export interface CommandRun {
  /** What the command shows of its cloud; each call asks the cloud again. */
  view(): Promise<CommandView>;
  /** What is known of its cloud; left out where it is none. */
  readonly settings?: Settings;
  /** Its cloud's name in clouds.yaml, where it has one. */
  readonly cloud?: string;
  /** Left out where it works on no cloud. */
  readonly session?: Session;
  /** The requests until now, where `--timings` asks for them. */
  readonly timings?: () => readonly Timing[];
  /** Resolves when everything is written and closed; rejects with a Failure when something cannot be written. */
  close(): Promise<void>;
}

export interface RunOptions {
  readonly host: Host;
  readonly client: ClassicClient;
  /** The command's name. */
  readonly verb: string;
  /** Those that are known, and those that the run will get to know. */
  readonly secrets: Secrets;
  /** The program's own service in the catalogue. */
  readonly service: string;
  readonly userConfig: StoredUserConfig | undefined;
  /** Milliseconds since 1970 at which all is over. */
  readonly deadline?: number;
  /** Who looks at the exchanges besides those that options ask for. */
  readonly observers?: readonly Decorator[];
  /** The same where it is one of several, by what sentences call it. */
  readonly observersOf?: (cloud: string) => readonly Decorator[];
  /** Its cloud is one of several. */
  readonly isPart?: boolean;
  /** Tells a person what is waited for, until the function that it gives is called. */
  readonly waitFor?: (what: string) => () => void;
}

/**
 * Loads the settings that a command needs, and opens the cloud that they name. Nothing is sent before its view is asked
 * for.
 *
 * @param typed what the command line said
 * @throws Failure for settings that are missing or cannot be read
 */
export async function runCommand(command: Command, typed: Parsed, run: RunOptions): Promise<CommandRun> {
  const { host, client, verb, secrets, service, userConfig } = run;
  const { globals, options, args } = typed;
  const say = (line: string): void => void host.stderr.write(`${line}\n`);
  const warn = globals.quiet ? () => undefined : say;
  const verbosity = globals.quiet ? 'quiet' : globals.verbose ? 'verbose' : 'usual';
  const note = globals.verbose && !globals.quiet ? say : () => undefined;
  const sources = { host, globals, client, userConfig, note, warn };
  const loaded = command.runsWithoutSettings
    ? await examineSettings(sources)
    : await loadSettings(sources, typeof command.login === 'function' ? command.login(args) : command.login);
  const { settings } = loaded;
  if (client.versions !== undefined) {
    (await import('./api-version.js')).checkApiVersion(client.versions, settings, { command, verb, options });
  }
  const isObserved = globals.timings || globals.debug || globals.record !== undefined;
  const observers = isObserved
    ? await (await import('./observers.js')).observersFor(host, globals, settings, client, secrets)
    : undefined;
  const surroundings = { host, client, verb, settings, secrets, userConfig, warn, note, cloud: loaded.cloud };
  const changing = command.change !== undefined && !globals.curl;
  const changes = changing
    ? await (await import('./changes/index.js')).changing(command, typed, surroundings)
    : undefined;
  const special =
    changes ??
    (selects(globals)
      ? await (await import('./selecting.js')).selecting(command, typed, surroundings, run.isPart)
      : undefined);
  const dryRun = globals.curl ? (await import('./dry-run.js')).dryRun(settings) : undefined;
  const cloud = await openCloud(settings, {
    host,
    globals,
    client,
    secrets,
    service,
    observers: [...(run.observers ?? []), ...(observers?.decorators ?? [])],
    note,
    warn,
    ...(changes && { first: changes.decorator }),
    ...(run.deadline === undefined ? {} : { deadline: run.deadline }),
    ...(dryRun === undefined ? {} : { preview: dryRun.preview }),
  });
  const config: Program['config'] = async () =>
    (await import('./config-access.js')).configAccess(host, client, userConfig, loaded, globals);
  const diagnostics: Program['diagnostics'] = async () => {
    const probe = globals.sandbox ? undefined : await host.network.probe();
    return (await import('./diagnostics.js')).diagnosticsOf(loaded, probe, cloud.transport);
  };
  const program =
    dryRun?.program ??
    programOf(host, { config, diagnostics, cloud: loaded.cloud, onlyProblems: globals.onlyProblems });
  const given = { options, args, warn, verbosity, now: host.now, program } as const;
  const view = () => special?.view(cloud, given) ?? viewOf(command, cloud, given);
  return {
    settings,
    session: cloud.session,
    ...(loaded.cloud === undefined ? {} : { cloud: loaded.cloud }),
    view: dryRun === undefined ? view : async () => dryRun.viewOf(view(), cloud.session),
    ...(observers?.timings === undefined ? {} : { timings: observers.timings }),
    close: async () => {
      await special?.settled();
      await cloud.close();
      await observers?.settled();
    },
  };
}
