/** The way to a server through a proxy: plain, or by CONNECT where nobody on the way may read. */
import { connect as connectTcp, type Socket } from 'node:net';
import { Failure } from '../core/errors.js';
import { Answer } from './answer.js';
import type { ProxyServer } from './proxy.js';
import { certificateReason, connectFailure, connectTimeout, systemReason, tlsFailure } from './reasons.js';
import { showUrl } from './url.js';

interface Way {
  readonly proxy: ProxyServer;
  /** Milliseconds until the proxy must have answered. */
  readonly timeout: number;
  /** The URL of the request that needs the connection, for messages. */
  readonly url: string;
  /** `host:port` that the proxy is to connect to; undefined: the proxy is given the request itself. */
  readonly authority: string | undefined;
  /** Certificates that a proxy of https:// is checked by. */
  readonly trust: () => { readonly ca?: string; readonly rejectUnauthorized: boolean };
  readonly attemptTimeout: number;
}

/**
 * A socket on which the proxy, or the server behind it, listens.
 * @throws Failure that names the proxy
 */
export async function throughProxy(way: Way): Promise<Socket> {
  let socket: Socket | undefined;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(connectTimeout(way.url, way.timeout, false)), way.timeout);
  });
  const made = reach(way, (one) => {
    socket = one;
  });
  try {
    return await Promise.race([made, late]);
  } catch (error) {
    made.catch(() => undefined);
    socket?.on('error', () => undefined);
    socket?.destroy();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function reach(way: Way, opened: (socket: Socket) => void): Promise<Socket> {
  const { proxy } = way;
  const options = { host: proxy.hostname, port: proxy.port, autoSelectFamilyAttemptTimeout: way.attemptTimeout };
  const isTls = proxy.protocol === 'https:';
  const servername = /^[\d.]+$|:/.test(proxy.hostname) ? undefined : proxy.hostname;
  const socket = isTls
    ? (await import('node:tls')).connect({ ...options, ...way.trust(), servername, ALPNProtocols: ['http/1.1'] })
    : connectTcp(options);
  opened(socket);
  socket.setNoDelay(true);
  socket.setKeepAlive(true, 60_000);
  await new Promise<void>((resolve, reject) => {
    let reached = false;
    socket.once('connect', () => {
      reached = true;
    });
    const fail = (error: Error): void => reject(reached ? distrusted(way, error) : unreachable(way, error));
    socket.once('error', fail);
    socket.once(isTls ? 'secureConnect' : 'connect', () => {
      socket.off('error', fail);
      resolve();
    });
  });
  if (way.authority !== undefined) await ask(socket, way, way.authority);
  return socket;
}

/** Asks the proxy to connect; resolves when it has, with the socket at the first byte of the server behind it. */
async function ask(socket: Socket, way: Way, authority: string): Promise<void> {
  const { authorization } = way.proxy;
  const lines = [`CONNECT ${authority} HTTP/1.1`, `Host: ${authority}`];
  if (authorization !== undefined) lines.push(`Proxy-Authorization: ${authorization}`);
  const status = await new Promise<number>((resolve, reject) => {
    const settle = (act: () => void): void => {
      socket.off('readable', read).off('error', fail).off('end', cut).off('close', cut);
      act();
    };
    const fail = (error: Error): void => settle(() => reject(unreachable(way, error)));
    const cut = (): void => fail(Object.assign(new Error('closed'), { code: 'ECONNRESET' }));
    let answered: number | undefined;
    const answer = new Answer('CONNECT', {
      head: (code) => {
        answered = code;
      },
      data: () => undefined,
    });
    const read = (): void => {
      for (let bytes = socket.read(); bytes !== null; bytes = socket.read()) {
        let taken: number;
        try {
          taken = answer.push(bytes);
        } catch (error) {
          settle(() => reject(refused(way, 'it does not answer in HTTP', undefined, error)));
          return;
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
    throw refused(way, `it wants a user and a password (HTTP 407)`, `${way.proxy.variable}=http://USER:PASSWORD@…`);
  }
  throw refused(way, `it answers HTTP ${status}`);
}

const named = ({ proxy }: Way): string => `the proxy ${proxy.shown} (${proxy.variable})`;

function unreachable(way: Way, error: Error): Failure {
  const reason = `through ${named(way)}: ${systemReason(error, way.proxy.hostname)}`;
  return connectFailure(way.url, reason, error, 'NO_PROXY lists the hosts that are reached without a proxy.');
}

function distrusted(way: Way, error: Error): Failure {
  const { reason, hint } = certificateReason(error, way.proxy.hostname, undefined, Date.now());
  const said = tlsFailure(way.proxy.shown, { reason, ...(hint === undefined ? {} : { hint }) }, error);
  return new Failure(`${said.message}; it is ${named(way)}`, { name: 'SSLError', hint: said.hint, cause: error });
}

function refused(way: Way, why: string, hint?: string, cause?: unknown): Failure {
  return new Failure(`Unable to establish connection to ${showUrl(way.url)}: ${named(way)} refuses: ${why}`, {
    name: 'ConnectFailure',
    hint: hint ?? 'NO_PROXY lists the hosts that are reached without a proxy.',
    cause,
  });
}
