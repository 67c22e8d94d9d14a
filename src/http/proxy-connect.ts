/** The way to a server through a proxy: the proxy is given the request, or connects (CONNECT) for TLS end to end. */
import { connect as connectTcp, type Socket } from 'node:net';
import { Failure } from '../core/errors.js';
import { within } from '../lib/waiting.js';
import { certificateReason, tlsFailure } from './certificate-errors.js';
import { connectFailure, connectTimeout, systemReason } from './connection-errors.js';
import { Http1Parser } from './http1-parser.js';
import type { ProxyServer } from './proxy.js';
import { showUrl } from './url.js';

interface ProxyRoute {
  readonly proxy: ProxyServer;
  /** Milliseconds until the proxy must have answered. */
  readonly timeout: number;
  /** The URL of the request that needs the connection, for messages. */
  readonly url: string;
  /** `host:port` that the proxy is to connect to; undefined: the proxy is given the request itself. */
  readonly authority: string | undefined;
  /** Certificates that a proxy of https:// is checked by. */
  readonly trust: () => Promise<{ readonly ca?: string[]; readonly rejectUnauthorized: boolean }>;
  readonly attemptTimeout: number;
}

/**
 * A socket on which the proxy, or the server behind it, listens.
 * @throws Failure that names the proxy
 */
export async function connectThroughProxy(route: ProxyRoute): Promise<Socket> {
  let socket: Socket | undefined;
  const made = reach(route, (one) => {
    socket = one;
  });
  try {
    return await within(route.timeout, made, () => connectTimeout(route.url, route.timeout, false));
  } catch (error) {
    socket?.on('error', () => undefined);
    socket?.destroy();
    throw error;
  }
}

async function reach(route: ProxyRoute, opened: (socket: Socket) => void): Promise<Socket> {
  const { proxy } = route;
  const options = { host: proxy.hostname, port: proxy.port, autoSelectFamilyAttemptTimeout: route.attemptTimeout };
  const isTls = proxy.protocol === 'https:';
  const servername = /^[\d.]+$|:/.test(proxy.hostname) ? undefined : proxy.hostname;
  const socket = isTls
    ? (await import('node:tls')).connect({
        ...options,
        ...(await route.trust()),
        servername,
        ALPNProtocols: ['http/1.1'],
      })
    : connectTcp(options);
  opened(socket);
  socket.setNoDelay(true);
  socket.setKeepAlive(true, 60_000);
  await new Promise<void>((resolve, reject) => {
    let reached = false;
    socket.once('connect', () => {
      reached = true;
    });
    const fail = (error: Error): void => reject(reached ? distrusted(route, error) : unreachable(route, error));
    socket.once('error', fail);
    socket.once(isTls ? 'secureConnect' : 'connect', () => {
      socket.off('error', fail);
      resolve();
    });
  });
  if (route.authority !== undefined) await requestTunnel(socket, route, route.authority);
  return socket;
}

/** Asks the proxy to connect; resolves when it has, with the socket at the first byte of the server behind it. */
async function requestTunnel(socket: Socket, route: ProxyRoute, authority: string): Promise<void> {
  const { authorization } = route.proxy;
  const lines = [`CONNECT ${authority} HTTP/1.1`, `Host: ${authority}`];
  if (authorization !== undefined) lines.push(`Proxy-Authorization: ${authorization}`);
  const status = await new Promise<number>((resolve, reject) => {
    const settle = (act: () => void): void => {
      socket.off('readable', read).off('error', fail).off('end', cut).off('close', cut);
      act();
    };
    const fail = (error: Error): void => settle(() => reject(unreachable(route, error)));
    const cut = (): void => fail(Object.assign(new Error('closed'), { code: 'ECONNRESET' }));
    let answered: number | undefined;
    const parser = new Http1Parser('CONNECT', {
      head: (code) => {
        answered = code;
      },
      data: () => undefined,
    });
    const read = (): void => {
      for (let bytes = socket.read(); bytes !== null; bytes = socket.read()) {
        let taken = 0;
        try {
          taken = parser.push(bytes);
        } catch (error) {
          if (answered === undefined) {
            settle(() => reject(refused(route, NOT_HTTP, undefined, error)));
            return;
          }
        }
        if (answered === undefined) continue;
        const status = answered;
        // What the server behind the proxy has already said belongs to whoever reads next.
        const rest = bytes.subarray(taken);
        settle(() => resolve(status));
        if (rest.length > 0) socket.unshift(rest);
        return;
      }
    };
    socket.on('readable', read).on('error', fail).on('end', cut).on('close', cut);
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  });
  if (status < 300) return;
  if (status === 407) {
    throw refused(route, `it wants a user and a password (HTTP 407)`, `${route.proxy.variable}=http://USER:PASSWORD@…`);
  }
  throw refused(route, `it answers HTTP ${status}`);
}

const NOT_HTTP = 'it does not answer in HTTP';

const named = ({ proxy }: ProxyRoute): string => `the proxy ${proxy.shown} (${proxy.variable})`;

function unreachable(route: ProxyRoute, error: Error): Failure {
  const reason = `through ${named(route)}: ${systemReason(error, route.proxy.hostname)}`;
  return connectFailure(route.url, reason, error, 'NO_PROXY lists the hosts that are reached without a proxy.');
}

function distrusted(route: ProxyRoute, error: Error): Failure {
  const { reason, hint } = certificateReason(error, route.proxy.hostname, undefined, Date.now());
  const said = tlsFailure(route.proxy.shown, { reason, ...(hint === undefined ? {} : { hint }) }, error);
  return new Failure(`${said.message}; it is ${named(route)}`, { name: 'SSLError', hint: said.hint, cause: error });
}

function refused(route: ProxyRoute, why: string, hint?: string, cause?: unknown): Failure {
  return new Failure(`Unable to establish connection to ${showUrl(route.url)}: ${named(route)} refuses: ${why}`, {
    name: 'ConnectFailure',
    hint: hint ?? 'NO_PROXY lists the hosts that are reached without a proxy.',
    cause,
  });
}
