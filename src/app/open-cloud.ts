import type { ClassicClient } from '../classic/client.js';
import type { Globals } from '../cli/globals.js';
import type { Command } from '../command/command.js';
import type { Context } from '../command/context.js';
import { withServiceType } from '../config/service-type.js';
import type { Secrets } from '../core/secrets.js';
import type { Settings } from '../core/settings.js';
import type { CommandView } from '../core/view.js';
import type { Host } from '../host/host.js';
import { redirects } from '../http/redirects.js';
import { compose, type Decorator, type HttpRequest, type Transport } from '../http/transport.js';
import { type OpenSession, openSession } from '../session/cloud-session.js';
import type { Session } from '../session/session.js';
import { passcodePrompt, passwordPrompt } from './prompts.js';
import { httpTransport, retryPolicy, sandboxTransport } from './transport.js';

/** One cloud that commands ask. */
export interface Cloud {
  /** Logs in when it is first used. */
  readonly session: OpenSession;
  /** Below the session: each request is sent once, and without a token. */
  readonly transport: Transport;
  /** Resolves when the login has been kept and the connections are closed. */
  close(): Promise<void>;
}

export interface CloudOptions {
  readonly host: Pick<Host, 'env' | 'stdin' | 'network' | 'sandbox' | 'storage' | 'now' | 'runProgram'>;
  readonly globals: Pick<Globals, 'sandbox' | 'retries' | 'record'>;
  readonly client: Pick<ClassicClient, 'login' | 'apiErrors' | 'serviceTypes' | 'versions'>;
  readonly secrets: Secrets;
  /** The service to which the settings of an endpoint belong: `compute`, `identity`. */
  readonly service: string;
  /** Who looks at the exchanges, from the outermost to the one next to the network. */
  readonly observers: readonly Decorator[];
  /** Sees each request first, before anything is tried again or elsewhere. */
  readonly first?: Decorator;
  /** One line for those who asked for details. */
  readonly note: (line: string) => void;
  /** One line for the person. */
  readonly warn?: (line: string) => void;
  /** Milliseconds since 1970 after which nothing is tried again. */
  readonly deadline?: number;
  /** Told of each request instead of sending it (`SessionOptions.preview`). */
  readonly preview?: (request: HttpRequest) => void;
}

/**
 * Opens the cloud that the settings name. Nothing is sent before its session is used, and it may be used for more than
 * one view; several may be open at the same time.
 */
export async function openCloud(settings: Settings, options: CloudOptions): Promise<Cloud> {
  const { host, globals, client, secrets, service, observers, note, warn, deadline, preview } = options;
  const network = globals.sandbox ? sandboxTransport(host) : httpTransport(host, settings);
  const volumeMicroversions =
    client.versions?.microversionsOf === 'volume'
      ? (await import('../session/volume-microversion.js')).VolumeMicroversions
      : undefined;
  const retried = retryPolicy(host, globals, note, deadline);
  const { first = asItIs } = options;
  const session = openSession({
    transport: first(compose(network.transport, redirects(), retried, ...observers)),
    streams: first(compose(network.streams, retried, ...observers)),
    settings: withServiceType(settings, client),
    secrets,
    service,
    apiErrors: client.apiErrors,
    volumeMicroversions,
    ...(warn === undefined ? {} : { warn }),
    complete: passwordPrompt(host, client.login),
    passcode: passcodePrompt(host),
    // A recording is of use only if the login is in it.
    store: globals.record === undefined ? await host.storage.logins() : undefined,
    now: host.now,
    note,
    ...(preview === undefined ? {} : { preview }),
  });
  return {
    session,
    transport: network.transport,
    close: async () => {
      await Promise.all([session.settled(), network.close()]);
    },
  };
}

/**
 * What a command shows of a cloud.
 *
 * @param given what was typed, already checked against the command's own options and arguments
 */
export function viewOf(
  command: Command,
  { session }: { readonly session: Session },
  given: Omit<Context<unknown, unknown>, 'session'>,
): Promise<CommandView> {
  // The type of a command does not name its options and arguments; the parser has checked these against them.
  return command.view({ ...given, session, options: given.options as never, args: given.args as never });
}

const asItIs: Decorator = (next) => next;
