import type { Call } from '../call.js';

/** Zed's range (nova/api/openstack/api_version_request.py). */
export const newest = 93;

export type Wanted =
  | { readonly kind: 'minor'; readonly minor: number }
  | { readonly kind: 'unsupported'; readonly text: string }
  | { readonly kind: 'malformed'; readonly text: string };

/**
 * The microversion that a request asks for: `OpenStack-API-Version: compute 2.N` before the older
 * `X-OpenStack-Nova-API-Version: 2.N`; `latest` is the newest, nothing is 2.1.
 */
export function wantedMicroversion(headers: Call['headers']): Wanted {
  const text = forCompute(headers['openstack-api-version']) ?? headers['x-openstack-nova-api-version']?.trim();
  if (text === undefined) return { kind: 'minor', minor: 1 };
  if (text.toLowerCase() === 'latest') return { kind: 'minor', minor: newest };
  const match = /^([1-9]\d*)\.([1-9]\d*|0)$/.exec(text);
  if (match === null) return { kind: 'malformed', text };
  const minor = Number(match[2]);
  if (match[1] !== '2' || minor < 1 || minor > newest) return { kind: 'unsupported', text };
  return { kind: 'minor', minor };
}

function forCompute(header: string | undefined): string | undefined {
  const own = header
    ?.split(',')
    .map((item) => item.trim().split(/\s+/))
    .find(([service]) => service?.toLowerCase() === 'compute');
  return own?.[1];
}

/** The headers that say which microversion answered. */
export function microversionHeaders(version: string): Record<string, string> {
  return {
    'openstack-api-version': `compute ${version}`,
    'x-openstack-nova-api-version': version,
    vary: 'OpenStack-API-Version, X-OpenStack-Nova-API-Version',
  };
}
