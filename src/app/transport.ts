import type { Globals } from '../cli/globals.js';
import { UsageError } from '../core/errors.js';
import type { Settings } from '../core/settings.js';
import type { Host } from '../host/host.js';
import { retry } from '../http/retry.js';
import type { Decorator, Transport } from '../http/transport.js';

/** A transport, and what has to be done when it is not wanted any more. */
export interface OpenTransport {
  readonly transport: Transport;
  /** The same for bodies of any length. */
  readonly streams: Transport;
  close(): Promise<void>;
}

/** The embedded cloud, in this process. */
export function sandboxTransport({ sandbox }: Pick<Host, 'sandbox'>): OpenTransport {
  const cloud = sandbox.simulate();
  const transport: Transport = async (request) => (await cloud).transport(request);
  return { transport, streams: transport, close: async () => undefined };
}

const PROXY_VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'];
/** Milliseconds until a connection must stand. */
const CONNECT_TIMEOUT = 10_000;

/** The network, reached when the first request is made: help and errors of usage never load it. */
export function httpTransport(host: Pick<Host, 'env' | 'network'>, settings: Settings): OpenTransport {
  const start = async () => {
    const proxies = PROXY_VARIABLES.some((name) => host.env[name]) ? await import('../http/proxy.js') : undefined;
    return host.network.connect({
      connectTimeout: Math.min(CONNECT_TIMEOUT, settings.timeout * 1000),
      readTimeout: settings.timeout * 1000,
      insecure: settings.insecure,
      keepTickets: settings.cache,
      env: host.env,
      ...(proxies === undefined ? {} : { proxy: (url: URL) => proxies.proxyFor(url, host.env) }),
      ...(settings.cacert === undefined ? {} : { cacert: settings.cacert }),
      ...(settings.cert === undefined ? {} : { cert: settings.cert }),
      ...(settings.key === undefined ? {} : { key: settings.key }),
    });
  };
  let opened: ReturnType<typeof start> | undefined;
  const open = () => {
    opened ??= start();
    return opened;
  };
  return {
    transport: async (request) => (await open())(request),
    streams: async (request) => {
      const connected = await open();
      return ((await connected.streams?.()) ?? connected)(request);
    },
    close: async () => (await opened)?.close(),
  };
}

/** Times that a request is sent again, where nobody says otherwise. */
const RETRIES = 2;

/** Sends again what failed for a reason that passes, as often as `--retries` says. */
export function retryPolicy(
  host: Pick<Host, 'now'>,
  globals: Pick<Globals, 'retries'>,
  note: (line: string) => void,
  deadline: number | undefined,
): Decorator {
  const retries = globals.retries ?? RETRIES;
  if (retries < 0) throw new UsageError(`argument --retries: must not be negative: '${retries}'`);
  const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
  return retry({
    retries,
    now: host.now,
    sleep,
    random: Math.random,
    note,
    ...(deadline === undefined ? {} : { deadline }),
  });
}
