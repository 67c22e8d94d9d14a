import { asRecord, asRecords, asText, type Json } from '../lib/read.js';
import { plain, splitVersion } from './address.js';

export type IdentityVersion = 'v2.0' | 'v3';

/** The media type that an entry of a version document names, and the service that it is of. */
const MEDIA_TYPE = /vnd\.openstack\.([a-z-]+?)(?:-v[\d.]+)?\+/i;

/**
 * What a version document says that it is of: `identity`, `compute`, another service, or undefined where it does not
 * say. A password is sent to an identity service only. Keystone's entries have media types (keystone
 * `version/controllers.py`) and the day of their update; a range of microversions is other services'.
 */
export function serviceOf(document: unknown): string | undefined {
  const entries = entriesOf(document);
  const types = entries.flatMap((entry) => asRecords(entry['media-types']).map(({ type }) => asText(type)));
  const named = types.flatMap((type) => MEDIA_TYPE.exec(type)?.[1]?.toLowerCase() ?? []);
  if (named.length > 0) return named.includes('identity') ? 'identity' : named[0];
  const isOther = entries.some((entry) => asText(entry.min_version) !== '' || asText(entry.version) !== '');
  if (isOther) return 'another';
  return entries.some((entry) => asText(entry.updated) !== '') ? 'identity' : undefined;
}

function entriesOf(document: unknown): readonly Json[] {
  const top = asRecord(document);
  const { versions, version } = top;
  const listed = Array.isArray(versions) ? versions : asRecord(versions).values;
  return asRecords(Array.isArray(listed) ? listed : [version ?? top]);
}

/** One usable version of an identity service. */
export interface Offer {
  readonly version: IdentityVersion;
  /** Versioned, without a trailing slash, on the host of the URL that was asked. */
  readonly url: string;
}

const USABLE = ['stable', 'current', 'supported', 'deprecated'];

/**
 * Reads the answer to `GET` of an unversioned identity URL, status 200 or 300: `versions.values`, `versions`, `version`
 * or a bare version. What has no id, no usable status or no self link is left out, as keystoneauth does
 * (`discover.py` version_data).
 *
 * @param asked the URL that was asked
 * @returns oldest first
 */
export function readVersions(document: unknown, asked: string): Offer[] {
  const offers = entriesOf(document).flatMap((entry): Offer[] => {
    const offered = versionOf(asText(entry.id));
    const href = asText(asRecords(entry.links).find((link) => link.rel === 'self')?.href);
    if (offered === undefined || href === '' || !USABLE.includes(asText(entry.status).toLowerCase())) return [];
    const url = combine(asked, href);
    return url === undefined ? [] : [{ version: offered, url }];
  });
  return offers.sort((one, other) => one.version.localeCompare(other.version));
}

function versionOf(id: string): IdentityVersion | undefined {
  if (/^v2\.0$/i.test(id)) return 'v2.0';
  return /^v3(\.\d+)?$/i.test(id) ? 'v3' : undefined;
}

/**
 * Links of discovery documents often name a host that only the cloud reaches, or http where it is https: scheme and
 * host of the URL that we were given stay, only the path is taken. On another host the path may lack what a proxy put
 * in front, so then only its last segment counts (keystoneauth `discover.py` _combine_relative_url). A link without a
 * host is one below the URL that was asked, with or without a slash at the end of that.
 */
export function combine(asked: string, href: string): string | undefined {
  if (!URL.canParse(href, asked)) return undefined;
  const base = new URL(plain(asked));
  const { before } = splitVersion(asked);
  if (!/^([a-z][a-z0-9+.-]*:)?\/\//i.test(href)) {
    const path = new URL(href, `${base.origin}/`).pathname;
    const above = new URL(before).pathname;
    const isWhole = above === '/' || `${path}/`.startsWith(`${plain(above)}/`);
    return plain(isWhole ? base.origin + path : before + path);
  }
  const link = new URL(href, asked);
  const path = plain(link.pathname);
  if (link.host === base.host) return plain(base.origin + path);
  return `${before}/${path.split('/').pop() ?? ''}`;
}

/**
 * Which version to use, as keystoneauth's generic plugins choose (`identity/generic/base.py`): a domain makes v2.0
 * impossible; else the oldest wins, or the newest if there is a default domain.
 */
export function chooseVersion(
  offers: readonly Offer[],
  wants: { readonly domain: boolean; readonly defaultDomain: boolean; readonly forced?: IdentityVersion },
): Offer | undefined {
  const possible = offers.filter((offer) =>
    wants.forced === undefined ? !(wants.domain && offer.version === 'v2.0') : offer.version === wants.forced,
  );
  return wants.defaultDomain ? possible.at(-1) : possible[0];
}
