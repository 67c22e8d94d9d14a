/** Why there is no answer, in words: errors of sockets and of HTTP become `Failure`s; those of TLS: `certificate-errors.ts`. */
import { Failure } from '../core/errors.js';
import type { ExitReason } from '../core/exit-codes.js';
import { showUrl } from './url.js';

/** What the codes of system errors mean. Made where there is an error: most runs have none. */
const reasons = (): Readonly<Record<string, string>> => ({
  ECONNREFUSED: 'Connection refused',
  ECONNRESET: 'Connection reset by peer',
  EPIPE: 'Connection closed by peer',
  ETIMEDOUT: 'Connection timed out',
  EHOSTUNREACH: 'No route to host',
  ENETUNREACH: 'Network is unreachable',
  EHOSTDOWN: 'Host is down',
  EADDRNOTAVAIL: 'Address not available',
  EACCES: 'Permission denied',
  EPERM: 'Operation not permitted',
  EMFILE: 'Too many open files',
  ENOENT: 'No such file or directory',
  EISDIR: 'Is a directory',
  ENOTDIR: 'Not a directory',
  EROFS: 'Read-only file system',
  ENOSPC: 'No space left on device',
  EFBIG: 'File too large',
  EDQUOT: 'Disk quota exceeded',
});

/** The code of a system error; of several attempts (one per address) the first that says something. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if ('errors' in error && Array.isArray(error.errors)) {
    for (const inner of error.errors) {
      const code = codeOf(inner);
      if (code !== undefined) return code;
    }
  }
  return undefined;
}

/** What the operating system says about a connection or a file, short: `Connection refused`. */
export function systemReason(error: unknown, host: string): string {
  const code = codeOf(error);
  if (code === 'ENOTFOUND') return `Name or service not known (host '${host}' cannot be found)`;
  if (code === 'EAI_AGAIN') return `Temporary failure in name resolution (host '${host}')`;
  if (code?.startsWith('EAI_')) return `Name or service not known (host '${host}', ${code})`;
  const known = code === undefined ? undefined : reasons()[code];
  if (known !== undefined) return known;
  return error instanceof Error && error.message !== '' ? error.message : (code ?? 'unknown error');
}

/** Wording and name of keystoneauth (`session.py`), the reason without Python's object addresses. */
export function connectFailure(
  url: string,
  reason: string,
  cause: unknown,
  hint?: string,
  exitReason?: ExitReason,
): Failure {
  const details = { name: 'ConnectFailure', hint, cause };
  return new Failure(`Unable to establish connection to ${showUrl(url)}: ${reason}`, details, exitReason);
}

/** `reached`: the host answered, and the TLS handshake is what did not end. */
export function connectTimeout(url: string, milliseconds: number, reached: boolean): Failure {
  const what = reached ? 'no TLS handshake' : 'no connection';
  return new Failure(`Request to ${showUrl(url)} timed out: ${what} within ${seconds(milliseconds)}`, {
    name: 'ConnectTimeout',
    hint: 'Is the host up, and does a firewall let you through?',
  });
}

function seconds(milliseconds: number): string {
  const value = milliseconds / 1000;
  return `${value} ${value === 1 ? 'second' : 'seconds'}`;
}

export interface Progress {
  readonly url: string;
  /** It changes nothing, and may be repeated by whoever likes. */
  readonly safe: boolean;
  /** Have the headers of the answer come? */
  readonly started: boolean;
  /** Bytes of the body that have come, and that were announced. */
  readonly received: number;
  readonly announced: number | undefined;
  /** Milliseconds that the server may stay silent. */
  readonly readTimeout: number;
}

/** The server has the request and says nothing, or nothing more. */
export function silenceFailure(at: Progress): Failure {
  const time = seconds(at.readTimeout);
  const what = at.started ? `silent for ${time} in the middle of the answer` : `no answer for ${time}`;
  const hint = `--timeout SECONDS waits longer.${doubt(at)}`;
  return new Failure(
    `Request to ${showUrl(at.url)} timed out: ${what}`,
    { name: 'ConnectTimeout', hint },
    exitReasonOf(at),
  );
}

/** What the server sends of its answer comes so slowly that it would never end. */
export function crawlFailure(at: Progress, bytes: number, time: number): Failure {
  const rate = `${bytes} bytes in ${seconds(Math.round(time))}`;
  const hint = `Less than 100 bytes a second is no answer; a longer --timeout SECONDS is looked at as a whole.${doubt(at)}`;
  return new Failure(
    `Request to ${showUrl(at.url)} timed out: only ${rate} in the middle of the answer`,
    { name: 'ConnectTimeout', hint },
    exitReasonOf(at),
  );
}

/** An error of a request that had its connection, as a `Failure`; a `Failure` comes back as it is. */
export function exchangeFailure(error: unknown, at: Progress): Failure {
  if (error instanceof Failure) return error;
  const url = showUrl(at.url);
  const code = codeOf(error);
  switch (code) {
    case 'HEAD_TOO_LONG':
      return unknownFailure(`The headers of the answer of ${url} are too long`, error, at);
    case 'INVALID_REQUEST':
      return unknownFailure(`Cannot send the request to ${url}: ${systemReason(error, '')}`, error);
    case 'ABORTED':
      return unknownFailure(`Request to ${url} was aborted`, error, at);
    case 'NOT_HTTP':
      if (!at.started) return notHttp(at, error);
  }
  if (at.started) {
    const amount = at.announced === undefined ? `${at.received} bytes` : `${at.received} of ${at.announced} bytes`;
    return unknownFailure(`Connection to ${url} was cut in the middle of the answer, after ${amount}`, error, at);
  }
  const isClosed = code === 'CLOSED';
  const reason = isClosed ? 'Remote end closed connection without response' : systemReason(error, '');
  const tls = url.startsWith('http:') ? 'If this port speaks TLS, the URL must begin with https://.' : '';
  const hint = (isClosed ? tls + doubt(at) : doubt(at)).trim() || undefined;
  return connectFailure(at.url, reason, error, hint, exitReasonOf(at));
}

/** What to say of a change that was sent and whose answer nobody has read. */
export const DOUBT = 'It is not known whether the server has done what was asked: look before you repeat it.';

/** The same with a blank before it, or nothing. */
const doubt = ({ safe }: Progress): string => (safe ? '' : ` ${DOUBT}`);

const exitReasonOf = ({ safe }: Progress): ExitReason => (safe ? 'failed' : 'unknown');

/** `at`: of a request that was sent. */
function unknownFailure(message: string, cause: unknown, at?: Progress): Failure {
  const hint = at === undefined ? undefined : doubt(at).trim() || undefined;
  const details = { name: 'UnknownConnectionError', hint, cause };
  return new Failure(message, details, at === undefined ? 'failed' : exitReasonOf(at));
}

function notHttp(at: Progress, error: unknown): Failure {
  const data = typeof error === 'object' && error !== null && 'data' in error ? error.data : undefined;
  // TLS records begin with their type: 21 is an alert, 22 a handshake.
  if (typeof data === 'string' && /^[\x15\x16]/.test(data)) {
    const hint = 'Should the URL begin with https:// instead of http://?';
    return connectFailure(at.url, 'this port speaks TLS', error, hint);
  }
  return unknownFailure(`${showUrl(at.url)} does not answer in HTTP`, error, at);
}
