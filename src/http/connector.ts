/** Opens sockets, plain and TLS, directly or through a proxy, up to the first byte of HTTP. */
import { connect as connectTcp, type Socket } from 'node:net';
import { asError } from '../lib/thrown.js';
import { connectFailure, systemReason } from './connection-errors.js';
import type { ConnectionSettings } from './connection-settings.js';
import { established } from './established.js';
import type { ProxyServer } from './proxy.js';
import type { Checks, SecureContexts } from './secure-contexts.js';

export interface Target {
  /** Without brackets. */
  readonly hostname: string;
  readonly port: string;
  readonly protocol: string;
  /** The URL of the request that needs the connection, for messages. */
  readonly url: string;
}

export type SocketCallback = (...result: [null, Socket] | [Error, null]) => void;

/**
 * With several addresses Node gives each a quarter of a second, which is less than a round trip to some continents:
 * a cloud there would then be "unreachable" whenever its name has two addresses.
 */
const ATTEMPT_TIMEOUT = 1000;

/**
 * A function that opens one connection and calls back with a socket ready for HTTP, or with a `Failure`. (A plain error
 * with one of undici's own codes would make undici try again for ever.)
 */
export function connector(settings: ConnectionSettings): (target: Target, done: SocketCallback) => void {
  let checks: Promise<SecureContexts> | undefined;
  const contexts: LoadContexts = async () => {
    checks ??= import('./tls-connector.js').then(({ secureContexts }) => secureContexts(settings));
    return (await checks)();
  };
  return (target, done) => {
    open(settings, contexts, target).then(
      (socket) => done(null, socket),
      (error: unknown) => done(asError(error), null),
    );
  };
}

/** Loads what TLS connections are checked by, once. */
type LoadContexts = () => Promise<Checks>;

async function open(settings: ConnectionSettings, contexts: LoadContexts, target: Target): Promise<Socket> {
  const proxy = settings.proxy?.(new URL(target.url));
  if (target.protocol === 'https:') {
    const { openTls } = await import('./tls-connector.js');
    return openTls(settings, await contexts(), target, {
      attemptTimeout: ATTEMPT_TIMEOUT,
      // Through a proxy, TLS is spoken with the server behind it.
      ...(proxy && { below: () => viaProxy(proxy, settings, contexts, target) }),
    });
  }
  if (proxy !== undefined) return viaProxy(proxy, settings, contexts, target);
  const options = {
    host: target.hostname,
    port: Number(target.port || 80),
    autoSelectFamilyAttemptTimeout: ATTEMPT_TIMEOUT,
    highWaterMark: 64 * 1024,
  };
  return established(connectTcp(options), {
    event: 'connect',
    timeout: settings.connectTimeout,
    target,
    failure: (error) => connectFailure(target.url, systemReason(error, target.hostname), error),
  });
}

/** A socket to the proxy that is to be given the request, or through it to the server where that speaks TLS. */
async function viaProxy(
  proxy: ProxyServer,
  settings: ConnectionSettings,
  contexts: LoadContexts,
  { url, ...target }: Target,
): Promise<Socket> {
  const { connectThroughProxy } = await import('./proxy-connect.js');
  const host = target.hostname.includes(':') ? `[${target.hostname}]` : target.hostname;
  return connectThroughProxy({
    proxy,
    url,
    timeout: settings.connectTimeout,
    attemptTimeout: ATTEMPT_TIMEOUT,
    authority: target.protocol === 'https:' ? `${host}:${target.port || 443}` : undefined,
    trust: async () => {
      const ca = settings.insecure ? [] : (await contexts()).certificates();
      return { ...(ca === undefined ? {} : { ca }), rejectUnauthorized: !settings.insecure };
    },
  });
}
