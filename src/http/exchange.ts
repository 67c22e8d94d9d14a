/** One request and its answer on one connection: whom it waits for, how long, and what its errors mean. */
import { Failure } from '../core/errors.js';
import { waitFor } from '../lib/waiting.js';
import { BodyStream } from './body-stream.js';
import type { Connection, Listener, Message } from './connection.js';
import { codeOf, crawlFailure, exchangeFailure, type Progress, silenceFailure } from './connection-errors.js';
import type { HttpResponse } from './transport.js';

export interface Limits {
  /** Milliseconds that a server may stay silent, before its answer and within (`waitFor`). */
  readonly readTimeout: number;
  /** Bytes of a body at which it is given up. */
  readonly maxBody: number;
  /** Milliseconds, of a clock that nobody sets; that of the process if left out. */
  readonly now?: () => number;
}

export interface Exchange<Body> extends Limits {
  readonly connection: Connection<Body>;
  readonly message: Message<Body>;
  /** Of the request, for messages. */
  readonly url: string;
  /** Told once, when the connection is free or closed. */
  readonly done: () => void;
  /** It changes nothing: there is no doubt whether it was done. */
  readonly safe: boolean;
  /** Is there another try, on another connection, when this one turns out to be closed? */
  readonly mayRepeat: boolean;
}

/** A connection that had been used before was closed, and nothing of an answer has come: the request may be repeated. */
export class StaleConnection extends Error {}

/**
 * Sends a request. Resolves with the head of the answer.
 * @throws Failure when there is none; `StaleConnection`, before `done` is told, where the caller may repeat the request
 */
export function exchange<Body>(settings: Exchange<Body>): Promise<HttpResponse> {
  const { connection, message, url, readTimeout, maxBody, now = () => performance.now() } = settings;
  return new Promise((resolve, reject) => {
    let wasUsed = false;
    let answering = false;
    let refused = false;
    let body: BodyStream | undefined;
    let stopWaiting: () => void = () => undefined;
    let abort: (reason: Error) => void = () => undefined;
    const progress = (): Progress => ({
      url,
      safe: settings.safe,
      started: body !== undefined,
      received: body?.received ?? 0,
      announced: body?.source.announced,
      readTimeout,
    });
    const free = (): void => {
      stopWaiting();
      settings.done();
    };
    const listener: Listener = {
      onSent(reused, abortRequest) {
        wasUsed = reused;
        abort = abortRequest;
        listener.onWaiting('server');
      },
      onWaiting(whom) {
        stopWaiting();
        // Once there is an answer, its reader waits for what is missing.
        if (whom === 'server' && body === undefined)
          stopWaiting = waitFor(readTimeout, () => abort(silenceFailure(progress())));
      },
      onFirstByte() {
        answering = true;
      },
      onHead(status, headers, flow) {
        stopWaiting();
        refused = status >= 400;
        body = new BodyStream({
          url,
          announced: lengthOf(headers),
          limit: maxBody,
          readTimeout,
          flow,
          abort: (reason) => abort(reason),
          silence: () => silenceFailure(progress()),
          crawl: (bytes, time) => crawlFailure(progress(), bytes, time),
          now,
        });
        resolve({ status, headers, body });
      },
      onData(chunk) {
        body?.push(chunk);
      },
      onEnd(broken) {
        free();
        // A server that answers an error without having read the request resets the connection as it closes it; what
        // it said is still wanted.
        if (broken === undefined || refused) body?.end();
        else body?.fail(exchangeFailure(broken, progress()));
      },
      onError(error) {
        if (settings.mayRepeat && body === undefined && wasUsed && !answering && isClosed(error)) {
          // The connection stays ours for the second attempt.
          stopWaiting();
          reject(new StaleConnection('kept connection closed', { cause: error }));
          return;
        }
        free();
        const failure = exchangeFailure(error, progress());
        if (body === undefined) reject(failure);
        else body.fail(failure);
      },
    };
    try {
      connection.send(message, listener);
    } catch (error) {
      free();
      reject(exchangeFailure(error, progress()));
    }
  });
}

function isClosed(error: Error): boolean {
  return !(error instanceof Failure) && ['CLOSED', 'ECONNRESET', 'EPIPE'].includes(codeOf(error) ?? '');
}

function lengthOf(headers: HttpResponse['headers']): number | undefined {
  const value = headers['content-length'];
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}
