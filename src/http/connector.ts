/** Opens sockets, plain and TLS, directly or through a proxy, up to the first byte of HTTP. */
import { connect as connectTcp, type Socket } from 'node:net';
import type { ConnectionOptions, TLSSocket } from 'node:tls';
import { Failure } from '../core/errors.js';
import { asError } from '../lib/thrown.js';
import { waitFor } from '../lib/waiting.js';
import { certificateReason, connectFailure, connectTimeout, systemReason, tlsFailure } from './connection-errors.js';
import type { ConnectionSettings, TlsMemory } from './connection-settings.js';
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
    checks ??= import('./secure-contexts.js').then(({ secureContexts }) => secureContexts(settings));
    return (await checks)();
  };
  return (target, done) => {
    open(settings, contexts, target).then(
      (socket) => done(null, socket),
      (error: unknown) => done(asError(error), null),
    );
  };
}

type LoadContexts = () => Promise<Checks>;

async function open(settings: ConnectionSettings, contexts: LoadContexts, target: Target): Promise<Socket> {
  const proxy = settings.proxy?.(new URL(target.url));
  if (target.protocol !== 'https:') {
    if (proxy !== undefined) return viaProxy(proxy, settings, contexts, target);
    const options = {
      host: target.hostname,
      port: Number(target.port || 80),
      autoSelectFamilyAttemptTimeout: ATTEMPT_TIMEOUT,
      highWaterMark: 64 * 1024,
    };
    return established(connectTcp(options), 'connect', settings, target);
  }
  const tls = await import('node:tls');
  const servername = target.hostname.includes(':') || /^[\d.]+$/.test(target.hostname) ? undefined : target.hostname;
  const options: ConnectionOptions & { autoSelectFamilyAttemptTimeout: number } = {
    host: target.hostname,
    port: Number(target.port || 443),
    servername,
    ALPNProtocols: ['http/1.1'],
    autoSelectFamilyAttemptTimeout: ATTEMPT_TIMEOUT,
    rejectUnauthorized: !settings.insecure,
  };
  // Through a proxy, TLS is spoken with the server behind it.
  const route = async (): Promise<{ socket?: Socket }> =>
    proxy === undefined ? {} : { socket: await viaProxy(proxy, settings, contexts, target) };
  const memory = settings.insecure ? undefined : settings.tls;
  const { version, trusting, trustingNobody } = await contexts();
  // A ticket is good for exactly the checks that its connection has passed.
  const memoryKey = memory === undefined ? '' : JSON.stringify([target.hostname, target.port || '443', version]);
  const ticket = memory?.get(memoryKey);
  if (ticket !== undefined) {
    // No CA at all: parsing some 140 of them is most of a handshake's cost, and a resumed session asks none of them.
    // A server that will not resume fails verification here, and is then asked again in full.
    let reached = proxy !== undefined;
    const through = await route();
    try {
      const socket = tls.connect({ ...options, ...through, secureContext: trustingNobody(), session: ticket });
      socket.once('connect', () => {
        reached = true;
      });
      if (memory !== undefined) remember(socket, memory, memoryKey);
      return await established(socket, 'secureConnect', settings, target, { reached });
    } catch (error) {
      const isUnreachable = error instanceof Failure && !reached;
      if (isUnreachable) throw error;
    }
  }
  const verified = { ...options, secureContext: settings.insecure ? trustingNobody() : trusting() };
  const socket = tls.connect({ ...verified, ...(await route()) });
  if (memory !== undefined) remember(socket, memory, memoryKey);
  return established(socket, 'secureConnect', settings, target, {
    reached: proxy !== undefined,
    again: async () => tls.connect({ ...verified, ...(await route()), rejectUnauthorized: false }),
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

interface Handshake {
  /** Does the connection below stand already? */
  readonly reached?: boolean;
  /** Another connection like it, that trusts anybody. */
  readonly again?: () => Promise<TLSSocket>;
}

function established(
  socket: Socket,
  event: 'connect' | 'secureConnect',
  settings: ConnectionSettings,
  target: Target,
  handshake: Handshake = {},
): Promise<Socket> {
  socket.setNoDelay(true);
  socket.setKeepAlive(true, 60_000);
  return new Promise((resolve, reject) => {
    let reached = handshake.reached ?? false;
    let isSettled = false;
    const stopWaiting = waitFor(settings.connectTimeout, () => {
      socket.destroy();
      reject(connectTimeout(target.url, settings.connectTimeout, reached));
    });
    // These listeners stay: to remove one would be the first use that most runs have for that part of Node, and load it.
    socket.on('connect', () => {
      reached = true;
    });
    socket.on('error', (error: Error) => {
      if (isSettled) return;
      isSettled = true;
      stopWaiting();
      if (event === 'connect' || !reached) {
        reject(connectFailure(target.url, systemReason(error, target.hostname), error));
        return;
      }
      const now = settings.now ?? Date.now;
      look(error, handshake.again).then((certificate) =>
        reject(
          tlsFailure(
            target.url,
            certificateReason(error, target.hostname, certificate, now(), settings.prefixes),
            error,
          ),
        ),
      );
    });
    socket.on(event, () => {
      isSettled = true;
      stopWaiting();
      resolve(socket);
    });
  });
}

/** Milliseconds that a second look at a bad certificate may take. */
const LOOK_TIMEOUT = 3000;

/**
 * The dates of a certificate that was refused for its dates. Node has thrown it away by then, so it is fetched again,
 * on a connection that sends nothing and is closed at once.
 */
async function look(
  error: Error,
  again: Handshake['again'],
): Promise<{ readonly from: string; readonly to: string } | undefined> {
  const code = 'code' in error ? error.code : undefined;
  if (again === undefined || (code !== 'CERT_HAS_EXPIRED' && code !== 'CERT_NOT_YET_VALID')) return undefined;
  const socket = await again().catch(() => undefined);
  if (socket === undefined) return undefined;
  return new Promise((resolve) => {
    const finish = (dates?: { from: string; to: string }): void => {
      socket.destroy();
      resolve(dates);
    };
    socket.setTimeout(LOOK_TIMEOUT, () => finish());
    socket.on('error', () => finish());
    socket.once('secureConnect', () => {
      const certificate = socket.getPeerCertificate();
      finish({ from: certificate.valid_from, to: certificate.valid_to });
    });
  });
}

function remember(socket: TLSSocket, memory: TlsMemory, key: string): void {
  let latest: Buffer | undefined;
  const keep = (): void => {
    if (latest !== undefined && socket.authorized) memory.set(key, latest);
  };
  // TLS 1.2 hands out its ticket before Node has verified the certificate, TLS 1.3 afterwards.
  socket.on('session', (ticket: Buffer) => {
    latest = ticket;
    keep();
  });
  socket.once('secureConnect', keep);
}
