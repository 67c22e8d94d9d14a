/** The network: the only file that imports undici, and of it only `Client`, so that a build can leave out the rest. */
import { Client, type Dispatcher } from 'undici';
import { Failure } from '../lib/errors.js';
import { type ConnectionSettings, connector } from './connection.js';
import { decode } from './encoding.js';
import { Incoming, type Valve, valveOn } from './incoming.js';
import type { ProxyServer } from './proxy.js';
import { exchangeFailure, silenceFailure } from './reasons.js';
import type { HttpRequest, HttpResponse, Transport } from './transport.js';
import { parseUrl } from './url.js';

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

/** One undici client, so one connection at a time, and what is known about it. */
interface Line {
  readonly client: Client;
  /** Of the latest request. */
  url: string;
  busy: boolean;
  valve: Valve | undefined;
  /** Requests that the present connection has carried. */
  carried: number;
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
  const lines = new Map<string, Line[]>();

  const lineTo = (origin: string, repeatable: boolean): Line => {
    const known = lines.get(origin) ?? [];
    // A server may close a kept connection at any moment, and only what does no harm twice can be sent again: the rest
    // gets a connection that nobody has used.
    const idle = known.find((line) => !line.busy && (repeatable || line.carried === 0));
    if (idle !== undefined) return idle;
    const client = new Client(origin, {
      pipelining: 1,
      // Waiting is limited here and in `incoming.ts`: undici also counts the time that a slow reader takes.
      headersTimeout: 0,
      bodyTimeout: 0,
      maxHeaderSize: 64 * 1024,
      connect: (target, done) =>
        open({ ...target, url: line.url }, (...result) => {
          line.carried = 0;
          if (result[1] !== null) line.valve = valveOn(result[1]);
          done(...result);
        }),
    });
    const line: Line = { client, url: origin, busy: false, valve: undefined, carried: 0 };
    lines.set(origin, [...known, line]);
    return line;
  };

  const send: Transport = async (request) => {
    const url = parseUrl(request.url);
    const line = lineTo(url.origin, isRepeatable(request));
    const wire = toWire(request, url, url.protocol === 'http:' ? options.proxy?.(url) : undefined);
    const response = await exchange(line, wire, request, limits).catch((error: unknown) => {
      if (!(error instanceof Stale)) throw error;
      // The server closed a kept connection just as it was being used again. Nothing of an answer came and reading
      // twice does no harm, so once more, on a new connection.
      return exchange(line, wire, request, limits, 'last');
    });
    return decode(request.url, response, limits.maxBody);
  };

  const close = async (): Promise<void> => {
    const all = [...lines.values()].flat();
    lines.clear();
    await Promise.all(all.map((line) => line.client.destroy()));
  };
  return Object.assign(send, { close });
}

const isRepeatable = ({ method }: HttpRequest): boolean => method === 'GET' || method === 'HEAD';

/** A kept connection turned out to be closed, and the request may be sent again. */
class Stale extends Error {}

interface Wire {
  readonly path: string;
  readonly headers: HttpRequest['headers'];
}

/** What is written on the connection. A proxy that gets the request itself is told all of the URL, and who we are. */
function toWire({ headers }: HttpRequest, { origin, pathname, search }: URL, proxy: ProxyServer | undefined): Wire {
  if (proxy === undefined) return { path: pathname + search, headers };
  const { authorization } = proxy;
  return {
    path: origin + pathname + search,
    headers: authorization === undefined ? headers : { ...headers, 'proxy-authorization': authorization },
  };
}

function exchange(
  line: Line,
  wire: Wire,
  request: HttpRequest,
  limits: Limits,
  attempt?: 'last',
): Promise<HttpResponse> {
  line.busy = true;
  line.url = request.url;
  return new Promise((resolve, reject) => {
    let reused = false;
    let answering = false;
    let refused = false;
    let body: Incoming | undefined;
    let timer: NodeJS.Timeout | undefined;
    const release = (): void => {
      clearTimeout(timer);
      line.busy = false;
    };
    const progress = () => ({
      url: request.url,
      method: request.method,
      started: body !== undefined,
      received: body?.received ?? 0,
      announced: body?.source.announced,
      readTimeout: limits.readTimeout,
    });
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(controller) {
        reused = line.carried > 0;
        line.carried += 1;
        timer = setTimeout(() => controller.abort(silenceFailure(progress())), limits.readTimeout);
      },
      onResponseStarted() {
        answering = true;
      },
      onResponseStart(controller, status, headers) {
        if (status < 200 || line.valve === undefined) return;
        clearTimeout(timer);
        refused = status >= 400;
        body = new Incoming({
          url: request.url,
          announced: lengthOf(headers),
          limit: limits.maxBody,
          readTimeout: limits.readTimeout,
          valve: line.valve,
          abort: (reason) => controller.abort(reason),
          silence: () => silenceFailure(progress()),
        });
        resolve({ status, headers: joined(headers), body });
      },
      onResponseData(_controller, chunk) {
        body?.push(chunk);
      },
      onResponseEnd() {
        release();
        // A server that answers an error without having read the request resets the connection as it closes it; what
        // it said is still wanted.
        const broken = refused ? undefined : line.valve?.broken;
        if (broken === undefined) body?.end();
        else body?.fail(exchangeFailure(broken, progress()));
      },
      onResponseError(_controller, error) {
        release();
        const failure = exchangeFailure(error, progress());
        if (body !== undefined) {
          body.fail(failure);
          return;
        }
        const again = reused && !answering && isRepeatable(request) && attempt !== 'last' && isClosed(error);
        reject(again ? new Stale('kept connection closed', { cause: error }) : failure);
      },
    };
    try {
      line.client.dispatch({ ...wire, method: request.method, body: request.body ?? null }, handler);
    } catch (error) {
      release();
      reject(exchangeFailure(error, progress()));
    }
  });
}

function isClosed(error: Error): boolean {
  const code = 'code' in error ? error.code : undefined;
  return !(error instanceof Failure) && (code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE');
}

type RawHeaders = Readonly<Record<string, string | string[] | undefined>>;

function joined(headers: RawHeaders): Record<string, string> {
  const result: Record<string, string> = Object.create(null);
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    if (value !== undefined) result[name.toLowerCase()] = typeof value === 'string' ? value : value.join(', ');
  }
  return result;
}

function lengthOf(headers: RawHeaders): number | undefined {
  const value = headers['content-length'];
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined;
}
