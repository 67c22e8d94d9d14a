/** Connections over TLS, directly or through a proxy. Only runs that speak TLS load this. */
import type { Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from 'node:tls';
import { Failure } from '../core/errors.js';
import { certificateReason, tlsFailure } from './certificate-errors.js';
import { connectFailure, systemReason } from './connection-errors.js';
import type { ConnectionSettings, TlsMemory } from './connection-settings.js';
import type { Target } from './connector.js';
import { established } from './established.js';
import type { Checks } from './secure-contexts.js';

export { secureContexts } from './secure-contexts.js';

interface TlsOptions {
  /** Milliseconds that each address of a host is given. */
  readonly attemptTimeout: number;
  /** Opens a connection to the host through a proxy; without it the host itself is connected to. */
  readonly below?: () => Promise<Socket>;
}

/**
 * A connection that has passed the checks, with a kept session where there is one. Rejects with a `Failure`.
 */
export async function openTls(
  settings: ConnectionSettings,
  { version, trusting, trustingNobody }: Checks,
  target: Target,
  { attemptTimeout, below }: TlsOptions,
): Promise<Socket> {
  const servername = target.hostname.includes(':') || /^[\d.]+$/.test(target.hostname) ? undefined : target.hostname;
  const options: ConnectionOptions & { autoSelectFamilyAttemptTimeout: number } = {
    host: target.hostname,
    port: Number(target.port || 443),
    servername,
    ALPNProtocols: ['http/1.1'],
    autoSelectFamilyAttemptTimeout: attemptTimeout,
    rejectUnauthorized: !settings.insecure,
  };
  const route = async (): Promise<{ socket?: Socket }> => (below === undefined ? {} : { socket: await below() });
  const memory = settings.insecure ? undefined : settings.tls;
  // A ticket is good for exactly the checks that its connection has passed.
  const memoryKey = memory === undefined ? '' : JSON.stringify([target.hostname, target.port || '443', version]);
  const ticket = memory?.get(memoryKey);
  if (ticket !== undefined) {
    // No CA at all: parsing some 140 of them is most of a handshake's cost, and a resumed session asks none of them.
    // A server that will not resume fails verification here, and is then asked again in full.
    let reached = below !== undefined;
    const through = await route();
    try {
      const socket = connectTls({ ...options, ...through, secureContext: trustingNobody(), session: ticket });
      socket.once('connect', () => {
        reached = true;
      });
      if (memory !== undefined) remember(socket, memory, memoryKey);
      return await secured(socket, settings, target, below !== undefined);
    } catch (error) {
      const isUnreachable = error instanceof Failure && !reached;
      if (isUnreachable) throw error;
    }
  }
  const verified = { ...options, secureContext: settings.insecure ? trustingNobody() : trusting() };
  const socket = connectTls({ ...verified, ...(await route()) });
  if (memory !== undefined) remember(socket, memory, memoryKey);
  return secured(socket, settings, target, below !== undefined, async () =>
    connectTls({ ...verified, ...(await route()), rejectUnauthorized: false }),
  );
}

/** @param again another connection like it, that trusts anybody */
function secured(
  socket: TLSSocket,
  settings: ConnectionSettings,
  target: Target,
  reached: boolean,
  again?: () => Promise<TLSSocket>,
): Promise<Socket> {
  return established(socket, {
    event: 'secureConnect',
    timeout: settings.connectTimeout,
    target,
    reached,
    failure: async (error, isReached) => {
      if (!isReached) return connectFailure(target.url, systemReason(error, target.hostname), error);
      const dates = await look(error, again);
      const now = (settings.now ?? Date.now)();
      return tlsFailure(target.url, certificateReason(error, target.hostname, dates, now, settings.prefixes), error);
    },
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
  again: (() => Promise<TLSSocket>) | undefined,
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
