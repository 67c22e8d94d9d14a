/** The network: lines to servers, and what becomes of a request on one. */
import { Failure } from '../core/errors.js';
import { type Connected, type ConnectionSettings, connector } from './connection.js';
import { decode } from './encoding.js';
import { Incoming } from './incoming.js';
import type { Line, Listener, Message } from './line.js';
import type { ProxyServer } from './proxy.js';
import { codeOf, exchangeFailure, silenceFailure } from './reasons.js';
import type { HttpRequest, HttpResponse, Transport } from './transport.js';
import { parseUrl, showUrl } from './url.js';
import { wire } from './wire.js';

export type { TlsMemory } from './connection.js';

export interface TransportOptions extends Partial<ConnectionSettings> {
  /** Milliseconds that a server may stay silent, before its answer and within; 60,000 if left out. */
  readonly readTimeout?: number;
  /** Bytes of a body at which it is given up; no limit if left out. */
  readonly maxBody?: number;
}

export interface Network extends Transport {
  /** Closes every connection; requests under way reject. */
  close(): Promise<void>;
}

/** A line, and what is known about it. */
interface Kept {
  readonly line: Line;
  /** Of the latest request. */
  url: string;
  busy: boolean;
}

interface Limits {
  readonly readTimeout: number;
  readonly maxBody: number;
}

/**
 * A transport over real sockets. Connections are kept and reused for as long as it lives, one per request under way
 * and origin; nothing is sent before the first request, and no redirect is followed.
 *
 * Rejects with a `Failure` named as keystoneauth names it: `ConnectFailure`, `ConnectTimeout`, `SSLError`, or
 * `UnknownConnectionError` for a URL that is none and an answer that breaks off.
 */
export function connect(options: TransportOptions = {}): Network {
  const limits: Limits = {
    readTimeout: options.readTimeout ?? 60_000,
    maxBody: options.maxBody ?? Number.POSITIVE_INFINITY,
  };
  const open = connector({
    ...options,
    connectTimeout: options.connectTimeout ?? 10_000,
    insecure: options.insecure ?? false,
  });
  const lines = new Map<string, Kept[]>();
  let closed = false;

  const lineTo = async (url: URL, request: HttpRequest): Promise<Kept> => {
    const { origin, protocol, host, port } = url;
    const changes = !OURS.has(request.method);
    // A server may close a kept connection at any moment, and only what does no harm twice can be sent again: the rest
    // gets a connection that nobody has used.
    const idle = lines
      .get(origin)
      ?.find(({ busy, line }) => !busy && (line.changes || !changes) && (isRepeatable(request) || !line.isUsed()));
    if (idle !== undefined) {
      idle.busy = true;
      return idle;
    }
    const hostname = url.hostname.replace(/^\[|\]$/g, '');
    const dial = (done: Connected): void => open({ protocol, hostname, port, url: made.url }, done);
    const line = changes ? (await import('./undici.js')).client(origin, dial) : wire(host, dial);
    const made: Kept = { line, url: request.url, busy: true };
    lines.set(origin, [...(lines.get(origin) ?? []), made]);
    return made;
  };

  const send: Transport = async (request) => {
    const url = parseUrl(request.url);
    const kept = await lineTo(url, request);
    if (closed)
      throw new Failure(`Request to ${showUrl(request.url)} was given up`, { name: 'UnknownConnectionError' });
    const message = toMessage(request, url, url.protocol === 'http:' ? options.proxy?.(url) : undefined);
    const response = await exchange(kept, message, request, limits).catch((error: unknown) => {
      if (!(error instanceof Stale)) throw error;
      // The server closed a kept connection just as it was being used again. Nothing of an answer came and reading
      // twice does no harm, so once more, on a new connection.
      return exchange(kept, message, request, limits, 'last');
    });
    return decode(request.url, response, limits.maxBody);
  };

  const close = async (): Promise<void> => {
    closed = true;
    const all = [...lines.values()].flat();
    lines.clear();
    await Promise.all(all.map(({ line }) => line.destroy()));
  };
  return Object.assign(send, { close });
}

/** What our own line carries: nearly every run sends nothing else. undici carries the rest. */
const OURS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);

const isRepeatable = ({ method }: HttpRequest): boolean => method === 'GET' || method === 'HEAD';

/** A kept connection turned out to be closed, and the request may be sent again. */
class Stale extends Error {}

/** What is written on the connection. A proxy that gets the request itself is told all of the URL, and who we are. */
function toMessage(
  { method, headers, body }: HttpRequest,
  { origin, pathname, search }: URL,
  proxy: ProxyServer | undefined,
): Message {
  const message = { method, headers, path: pathname + search, ...(body === undefined ? {} : { body }) };
  if (proxy === undefined) return message;
  const { authorization } = proxy;
  return {
    ...message,
    path: origin + pathname + search,
    headers: authorization === undefined ? headers : { ...headers, 'proxy-authorization': authorization },
  };
}

function exchange(
  kept: Kept,
  message: Message,
  request: HttpRequest,
  limits: Limits,
  attempt?: 'last',
): Promise<HttpResponse> {
  kept.url = request.url;
  return new Promise((resolve, reject) => {
    let wasUsed = false;
    let answering = false;
    let refused = false;
    let body: Incoming | undefined;
    let timer: NodeJS.Timeout | undefined;
    const release = (): void => {
      clearTimeout(timer);
      kept.busy = false;
    };
    const progress = () => ({
      url: request.url,
      method: request.method,
      started: body !== undefined,
      received: body?.received ?? 0,
      announced: body?.source.announced,
      readTimeout: limits.readTimeout,
    });
    let abort: (reason: Error) => void = () => undefined;
    const listener: Listener = {
      leaves(reused, giveUp) {
        wasUsed = reused;
        abort = giveUp;
        timer = setTimeout(() => giveUp(silenceFailure(progress())), limits.readTimeout);
      },
      begins() {
        answering = true;
      },
      head(status, headers, valve) {
        clearTimeout(timer);
        refused = status >= 400;
        body = new Incoming({
          url: request.url,
          announced: lengthOf(headers),
          limit: limits.maxBody,
          readTimeout: limits.readTimeout,
          valve,
          abort: (reason) => abort(reason),
          silence: () => silenceFailure(progress()),
        });
        resolve({ status, headers, body });
      },
      data(chunk) {
        body?.push(chunk);
      },
      end(broken) {
        release();
        // A server that answers an error without having read the request resets the connection as it closes it; what
        // it said is still wanted.
        if (broken === undefined || refused) body?.end();
        else body?.fail(exchangeFailure(broken, progress()));
      },
      error(error) {
        const again =
          body === undefined && wasUsed && !answering && isRepeatable(request) && attempt !== 'last' && isClosed(error);
        // The line stays ours for the second attempt.
        if (again) {
          clearTimeout(timer);
          reject(new Stale('kept connection closed', { cause: error }));
          return;
        }
        release();
        const failure = exchangeFailure(error, progress());
        if (body === undefined) reject(failure);
        else body.fail(failure);
      },
    };
    try {
      kept.line.send(message, listener);
    } catch (error) {
      release();
      reject(exchangeFailure(error, progress()));
    }
  });
}

function isClosed(error: Error): boolean {
  return !(error instanceof Failure) && ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(codeOf(error) ?? '');
}

function lengthOf(headers: HttpResponse['headers']): number | undefined {
  const value = headers['content-length'];
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}
