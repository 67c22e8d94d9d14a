import { parseUrl } from '../http/url.js';

/** A path segment that names a version: `v2.0`, `v3`, `v2.1`, `v1.1`. */
const VERSION = /^v\d+(\.\d+)*$/i;

/** The text of a URL without trailing slashes. */
export function plain(url: URL | string): string {
  return String(url).replace(/\/+$/, '');
}

/**
 * Replaces the version part of a URL and cuts off what follows it, or adds one: `v3` makes `http://h/identity/v3` of
 * `http://h/identity`, of `http://h/identity/v2.0` and of `http://h/identity/v2.0/tokens`.
 */
export function withVersion(base: string, version: string): string {
  const { before } = splitVersion(base);
  return `${before}/${version}`;
}

/** The same, but what follows the version (a project's id) stays. */
export function replaceVersion(base: string, version: string): string {
  const { before, after } = splitVersion(base);
  return plain(`${before}/${version}/${after}`);
}

/** What stands before the version segment, the segment itself in lower case if there is one, and what follows. */
export function splitVersion(base: string): { before: string; version: string | undefined; after: string } {
  const url = parseUrl(plain(base));
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  const at = segments.findIndex((segment) => VERSION.test(segment));
  const head = at === -1 ? segments : segments.slice(0, at);
  return {
    before: [url.origin, ...head].join('/'),
    version: at === -1 ? undefined : segments[at]?.toLowerCase(),
    after: at === -1 ? '' : segments.slice(at + 1).join('/'),
  };
}
