import { parseUrl } from '../http/url.js';

/** A path segment that names a version: `v2.0`, `v3`, `v2.1`, `v1.1`. */
const VERSION = /^v\d+(\.\d+)*$/i;

/**
 * Words by which services are called in URLs. What stands before one of them is the way to the service, in which a
 * segment that looks like a version is none: `/api/v1/compute`.
 */
const SERVICE =
  /^(compute|nova|identity|keystone|image|images|glance|volume|block-storage|cinder|network|networking|neutron|object-store|swift|placement|metric|orchestration|dns|load-balancer|key-manager|share|baremetal|container-infra|workflow|database|telemetry)(v\d+)?$/i;

/** The text of a URL without trailing slashes. */
export function plain(url: URL | string): string {
  const text = String(url);
  let end = text.length;
  while (text[end - 1] === '/') end -= 1;
  return text.slice(0, end);
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

/**
 * What stands before the version segment, the segment itself in lower case if there is one, and what follows. The last
 * such segment is the version: what stands before it may be a gateway's (`/api/v1/compute/v2.1`). One that is there twice
 * in a row counts once.
 */
export function splitVersion(base: string): { before: string; version: string | undefined; after: string } {
  const url = parseUrl(plain(base));
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  const at = versionAt(segments);
  const head = at === -1 ? segments : segments.slice(0, at);
  return {
    before: [url.origin, ...head].join('/'),
    version: at === -1 ? undefined : segments[at]?.toLowerCase(),
    after:
      at === -1
        ? ''
        : segments
            .slice(at + 1)
            .filter((segment) => !VERSION.test(segment))
            .join('/'),
  };
}

function versionAt(segments: readonly string[]): number {
  let at = segments.findLastIndex((segment) => VERSION.test(segment));
  if (segments.slice(at + 1).some((segment) => SERVICE.test(segment))) return -1;
  while (at > 0 && segments[at - 1]?.toLowerCase() === segments[at]?.toLowerCase()) at -= 1;
  return at;
}
