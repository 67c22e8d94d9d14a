/** The requests of a run that change something: each is sent once, has an id, and may be kept from being sent. */
import { Failure } from '../../core/errors.js';
import { HttpFailure, isInDoubt, requestIdOf } from '../../http/api-errors.js';
import { DOUBT } from '../../http/connection-errors.js';
import { type Decorator, type HttpRequest, type HttpResponse, isChange } from '../../http/transport.js';
import { showUrl } from '../../http/url.js';
import { Unsent } from '../../session/unsent.js';

/** How a write ended. */
export interface WriteEnd {
  readonly request: HttpRequest<unknown>;
  /** Of the answer; undefined where there was none. */
  readonly status?: number;
  readonly result: 'accepted' | 'refused' | 'unknown' | 'not sent';
  /** Of the service, or the one that it was sent with, which the logs of the services have. */
  readonly requestId: string;
}

interface Watcher {
  /** Nothing is sent: only told. */
  readonly isDry: () => boolean;
  /** Told before each write. Rejects with a Failure where it must not be sent. */
  readonly begins: (request: HttpRequest<unknown>) => Promise<void>;
  /** @param asked the request as `begins` was told of it */
  readonly ended: (asked: HttpRequest<unknown>, end: WriteEnd) => Promise<void>;
}

/**
 * Gives each write an id of our own, by which the logs of all services that it leads to can be searched (oslo.middleware's
 * global request id), and adds to the error of one whose end is not known what can be done to find out.
 */
export function watchWrites({ isDry, begins, ended }: Watcher): Decorator {
  return (next) => async (given) => {
    if (!isChange(given)) return next(given);
    await begins(given);
    if (isDry()) throw new Unsent();
    const own = `req-${globalThis.crypto.randomUUID()}`;
    const request = { ...given, headers: { ...given.headers, 'x-openstack-request-id': own } };
    const inDoubt = async (error: unknown, id: string | undefined): Promise<unknown> => {
      const isUnknown = error instanceof Failure && error.exitReason === 'unknown';
      await ended(given, { request, result: isUnknown ? 'unknown' : 'not sent', requestId: id ?? own });
      return isUnknown ? withAdvice(error, given, own, id) : error;
    };
    let response: HttpResponse;
    try {
      response = await next(request);
    } catch (error) {
      throw await inDoubt(error, undefined);
    }
    const { status, body } = response;
    const id = requestIdOf(response);
    const result = status < 300 ? 'accepted' : isInDoubt(given, status) ? 'unknown' : 'refused';
    return {
      ...response,
      body: (async function* () {
        try {
          yield* body;
        } catch (error) {
          throw await inDoubt(error, id);
        }
        await ended(given, { request, status, result, requestId: id ?? own });
      })(),
    };
  };
}

/**
 * Adds the same to the errors of answers that leave the end in doubt (502, 504): a proxy gave them, which knows no id.
 *
 * @returns what is told how each write ended, and what an error becomes
 */
export function adviceOnAnswers(): {
  readonly ended: (asked: HttpRequest<unknown>, end: WriteEnd) => void;
  readonly withAdvice: (error: unknown) => unknown;
} {
  const doubtful = new Map<string, readonly [HttpRequest<unknown>, id: string]>();
  const key = (method: string, url: string): string => `${method} ${url}`;
  return {
    ended: (asked, { result, requestId }) => {
      if (result === 'unknown') doubtful.set(key(asked.method, showUrl(asked.url)), [asked, requestId]);
    },
    withAdvice: (error) => {
      if (!(error instanceof HttpFailure) || error.exitReason !== 'unknown') return error;
      const [asked, id] = doubtful.get(key(error.method, error.url)) ?? [];
      return asked === undefined || id === undefined ? error : withAdvice(error, asked, id, error.requestId);
    },
  };
}

/** The same error, and how to find out what became of it. */
function withAdvice(error: Failure, { url }: HttpRequest<unknown>, own: string, id: string | undefined): Failure {
  const [, server] = /\/servers\/([^/?]+)/.exec(url) ?? [];
  const lines = [
    error.hint,
    id === undefined ? `The services' logs have it under the request id ${own}.` : `Its request id is ${id}.`,
    server === undefined ? undefined : `'nova instance-action-list ${server}' tells what was asked of this server.`,
  ];
  const hint = lines.filter((line) => line !== undefined && line !== '').join('\n');
  return new Failure(error.message, { name: error.name, hint, cause: error.cause ?? error }, error.exitReason);
}

/** The error of a change that was accepted in words that hold not what was made: nobody knows what became of it. */
export function afterChange(error: unknown): unknown {
  if (!(error instanceof Failure) || error.name !== 'UnexpectedAnswer') return error;
  return new Failure(error.message, { name: error.name, hint: DOUBT, cause: error }, 'unknown');
}
