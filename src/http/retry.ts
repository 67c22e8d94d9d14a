/** Trying again what failed for a reason that passes: a service that restarts, a balancer without anybody behind it. */
import { Failure } from '../core/errors.js';
import { discard, readBytes } from './body.js';
import { codeOf } from './connection-errors.js';
import type { Decorator, HttpRequest, HttpResponse } from './transport.js';
import { showUrl } from './url.js';

export interface RetryOptions {
  /** How many times a request is sent again. */
  readonly retries: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number;
  /** One line for those who asked for details. */
  readonly note: (line: string) => void;
  /** Milliseconds since 1970 at which all is over. */
  readonly deadline?: number;
}

/** Answers of a server that is busy, or of what stands before one that is not there. */
const PASSING: readonly number[] = [429, 502, 503, 504];
/** Errors of a connection that was not there, or broke. */
const CUT: readonly string[] = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'CLOSED', 'EAI_AGAIN'];
/** Nothing had been sent then: any request may be sent again. */
const UNSENT: readonly string[] = ['ECONNREFUSED', 'EAI_AGAIN'];

/** Milliseconds before the second try; twice as long before each one that follows. */
const FIRST_PAUSE = 400;
const LONGEST_PAUSE = 10_000;
/** Milliseconds that a server may make us wait where there is no deadline. */
const LONGEST_RETRY_AFTER = 60_000;

/**
 * Sends GET and HEAD again when the connection is refused or cut, in the middle of a JSON answer too, and on 429, 502,
 * 503 and 504, after the time that `Retry-After` asks for or after a random pause that grows. Anything else, a login
 * too, is sent again only if its connection was refused. When the wait would outlast the deadline (or a minute, where
 * there is none) the answer stands as it is.
 */
export function retry(options: RetryOptions): Decorator {
  return (next) => async (request) => {
    const isReading = (request.method === 'GET' || request.method === 'HEAD') && request.safe !== false;
    for (let tried = 0; ; tried += 1) {
      const isLast = tried >= options.retries;
      let response: HttpResponse;
      try {
        response = await next(request);
        const isPassing = isReading && PASSING.includes(response.status);
        if (!isPassing) return isReading && !isLast ? await whole(request, response) : response;
        const pause = pauseOf(options, tried, response);
        if (isLast || pause === undefined) return response;
        await discard(response);
        await wait(options, request, `HTTP ${response.status}`, tried, pause);
      } catch (error) {
        const pause = pauseOf(options, tried);
        const code = error instanceof Failure ? codeOf(error.cause) : undefined;
        const again = code !== undefined && (isReading ? CUT : UNSENT).includes(code);
        if (isLast || !again || pause === undefined) throw error;
        await wait(options, request, code === 'ECONNREFUSED' ? 'connection refused' : 'connection cut', tried, pause);
      }
    }
  };
}

/** JSON is worth nothing before its end; so that is waited for here, where the connection may still break harmlessly. */
async function whole(request: HttpRequest, response: HttpResponse): Promise<HttpResponse> {
  const isJson = /^application\/(\S+\+)?json\b/i.test(response.headers['content-type'] ?? '');
  if (!isJson || request.method === 'HEAD') return response;
  const bytes = await readBytes(response);
  return { ...response, body: once(bytes) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.byteLength > 0) yield bytes;
}

/** Milliseconds until the next try; undefined if there must not be one. */
function pauseOf(options: RetryOptions, tried: number, response?: HttpResponse): number | undefined {
  const { now, random, deadline } = options;
  // At random, so that two hundred clients of a service that restarts do not come back all at once.
  const grown = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** tried) * (0.5 + random());
  const asked = response === undefined ? undefined : retryAfter(response.headers['retry-after'], now());
  const pause = Math.max(grown, asked ?? 0);
  if (deadline !== undefined) return now() + pause < deadline ? pause : undefined;
  return pause <= LONGEST_RETRY_AFTER ? pause : undefined;
}

/** `Retry-After` in milliseconds from now: seconds, or a date (RFC 9110, 10.2.3). */
function retryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\s*\d{1,9}\s*$/.test(value)) return Number(value) * 1000;
  const date = /\bGMT\s*$/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

async function wait(options: RetryOptions, request: HttpRequest, why: string, tried: number, pause: number) {
  const seconds = (pause / 1000).toFixed(1);
  options.note(
    `${request.method} ${showUrl(request.url)}: ${why}; again in ${seconds} s (${tried + 1} of ${options.retries}).`,
  );
  await options.sleep(pause);
}
