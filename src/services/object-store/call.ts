import { Failure } from '../../core/errors.js';
import { HttpFailure } from '../../http/api-errors.js';
import { pythonRepr } from '../../lib/python/repr.js';
import type { Call } from '../../session/session.js';

/** What a call is about: an account, a container in it, an object in that. */
export interface Place {
  readonly container?: string;
  readonly object?: string;
}

/** Headers of a request, names in lower case. */
export type Headers = Readonly<Record<string, string>>;

/** A call about a place; `what` is left to the method: `Container HEAD`. */
export function callAbout({ container, object }: Place, method: 'GET' | 'HEAD', headers: Headers): Call {
  const kind = object !== undefined ? 'Object' : container !== undefined ? 'Container' : 'Account';
  const path = [container, object].map((name) => (name === undefined ? '' : `/${quoted(name)}`)).join('');
  // Answers have the form that is asked for, and a HEAD is about the plain one.
  const accept: Headers = method === 'HEAD' ? { accept: '*/*' } : {};
  return { service: 'object-store', path, what: `${kind} ${method}`, headers: { ...accept, ...headers } };
}

/** As Python's `quote`: slashes stay. */
function quoted(name: string): string {
  return encodeURIComponent(Buffer.from(name).toString())
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%2F', '/');
}

/** An account or container that is not there, in the classic client's words; what else goes wrong stays as it is. */
export function orNotFound({ container }: Place, error: unknown): never {
  if (!(error instanceof HttpFailure) || error.status !== 404) throw error;
  const which = container === undefined ? 'Account' : `Container ${pythonRepr(container)}`;
  throw new Failure(`${which} not found`, { name: 'SwiftError' });
}

/**
 * `name: value` as headers of requests (swiftclient `utils.py` split_request_headers).
 * @throws Failure for what is no header
 */
export function headersOf(given: readonly string[]): Headers {
  return Object.fromEntries(
    given.map((line) => {
      const at = line.indexOf(':');
      if (at < 0) {
        throw new Failure(`Metadata parameter ${line} must contain a ':'.\nExample: 'Color:Blue' or 'Size:Large'`);
      }
      const [name, value] = [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
      if (/^[\w!#$%&'*+.^`|~-]+$/.test(name) && !/[\x00-\x08\x0a-\x1f\x7f]/.test(value)) return [name, value];
      throw new Failure(`'${line}' is no header of HTTP`);
    }),
  );
}

/** A name with a slash is no container's; often an object is meant. */
export function refuseSlash(container: string): void {
  if (!container.includes('/')) return;
  const meant = container.replace('/', ' ');
  throw new Failure(`WARNING: / in container name; you might have meant '${meant}' instead of '${container}'.`);
}
