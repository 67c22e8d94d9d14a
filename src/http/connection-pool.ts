/** Connections to servers, kept and used again, and which of them a request may go over. */
import { Failure } from '../core/errors.js';
import type { Connection, Message } from './connection.js';
import type { ConnectionSettings } from './connection-settings.js';
import { connector, type SocketCallback } from './connector.js';
import { type Exchange, exchange, StaleConnection } from './exchange.js';
import type { ProxyServer } from './proxy.js';
import type { HttpRequest, HttpResponse } from './transport.js';
import { parseUrl, showUrl } from './url.js';

export interface TransportOptions extends Partial<ConnectionSettings> {
  /** Milliseconds that a server may stay silent, before its answer and within; 60,000 if left out. */
  readonly readTimeout?: number;
  /** Bytes of a body at which it is given up; no limit if left out. */
  readonly maxBody?: number;
  /** Milliseconds, of a clock that nobody sets; `performance.now` if left out, which loads a dozen modules of Node. */
  readonly clock?: () => number;
}

/** A transport that closes. */
export interface ConnectionPool<Body = string> {
  (request: HttpRequest<Body>): Promise<HttpResponse>;
  /** Closes every connection; requests under way reject. */
  close(): Promise<void>;
}

/**
 * Makes what will carry requests to one origin.
 * @param url of the origin
 * @param open opens a socket
 */
export type ConnectionFactory<Body> = (url: URL, open: (done: SocketCallback) => void) => Connection<Body>;

/** A connection, and what is known about it. */
interface PooledConnection<Body> {
  readonly connection: Connection<Body>;
  busy: boolean;
  /** Of the latest request. */
  url: string;
}

/**
 * Sends requests over real sockets, and gives answers as they come. Connections are kept and reused for as long as the
 * pool lives, one per request under way and origin; nothing is opened before the first request, and no redirect is
 * followed.
 *
 * Rejects with a `Failure` named as keystoneauth names it: `ConnectFailure`, `ConnectTimeout`, `SSLError`, or
 * `UnknownConnectionError` for a URL that is none and an answer that breaks off.
 */
export function openPool<Body>(options: TransportOptions, connect: ConnectionFactory<Body>): ConnectionPool<Body> {
  const limits = {
    readTimeout: options.readTimeout ?? 60_000,
    maxBody: options.maxBody ?? Number.POSITIVE_INFINITY,
    ...(options.clock === undefined ? {} : { now: options.clock }),
  };
  const open = connector({
    ...options,
    connectTimeout: options.connectTimeout ?? 10_000,
    insecure: options.insecure ?? false,
  });
  const all = new Map<string, PooledConnection<Body>[]>();
  let closed = false;

  const connectionTo = (url: URL, request: HttpRequest<Body>): PooledConnection<Body> => {
    const { origin, protocol, port } = url;
    const present = all.get(origin) ?? [];
    // A server may close a kept connection at any moment; some do so after each answer without saying so. Only a request
    // that does no harm twice could then be repeated: the others get a connection that has carried nothing yet.
    const idle = present.find(({ busy, connection }) => !busy && (isRepeatable(request) || !connection.isUsed()));
    if (idle !== undefined) {
      idle.busy = true;
      idle.url = request.url;
      return idle;
    }
    const hostname = url.hostname.replace(/^\[|\]$/g, '');
    const connection = connect(url, (done) => open({ protocol, hostname, port, url: made.url }, done));
    const made: PooledConnection<Body> = { connection, url: request.url, busy: true };
    all.set(origin, [...present, made]);
    return made;
  };

  const send = async (request: HttpRequest<Body>): Promise<HttpResponse> => {
    const url = parseUrl(request.url);
    if (closed) throw new Failure(`Request to ${showUrl(request.url)} was aborted`, { name: 'UnknownConnectionError' });
    const pooled = connectionTo(url, request);
    const first: Exchange<Body> = {
      ...limits,
      connection: pooled.connection,
      message: toMessage(request, url, url.protocol === 'http:' ? options.proxy?.(url) : undefined),
      url: request.url,
      safe: request.safe ?? isRepeatable(request),
      mayRepeat: isRepeatable(request),
      done: () => {
        pooled.busy = false;
      },
    };
    try {
      return await exchange(first);
    } catch (error) {
      if (!(error instanceof StaleConnection)) throw error;
      // The server closed a kept connection just as it was being used again. Nothing of an answer came and reading
      // twice does no harm, so once more, on a new connection.
      return exchange({ ...first, mayRepeat: false });
    }
  };

  const close = async (): Promise<void> => {
    closed = true;
    const open = [...all.values()].flat();
    all.clear();
    await Promise.all(open.map(({ connection }) => connection.destroy()));
  };
  return Object.assign(send, { close });
}

/** What does no harm when it is done twice. */
const isRepeatable = ({ method }: HttpRequest<unknown>): boolean =>
  method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

/** What is written on the connection. A proxy that gets the request itself is told all of the URL, and who we are. */
function toMessage<Body>(
  { method, headers, body }: HttpRequest<Body>,
  { origin, pathname, search }: URL,
  proxy: ProxyServer | undefined,
): Message<Body> {
  const message = { method, headers, path: pathname + search, ...(body === undefined ? {} : { body }) };
  if (proxy === undefined) return message;
  const { authorization } = proxy;
  return {
    ...message,
    path: origin + pathname + search,
    headers: authorization === undefined ? headers : { ...headers, 'proxy-authorization': authorization },
  };
}
