import { createHmac } from 'node:crypto';
import { Failure } from '../../core/errors.js';

export interface TempUrl {
  /** An HTTP method. */
  readonly method: string;
  /** Until when: seconds from now (or since 1970, `absolute`), a number with s, m, min, h, hr or d, or a time of ISO 8601. */
  readonly time: string;
  /** The path of an object, `/v1/ACCOUNT/CONTAINER/OBJECT`, or its whole URL. */
  readonly path: string;
  /** The secret that the account or the container holds as Temp-URL-Key. */
  readonly key: string;
  readonly absolute: boolean;
  /** The last part of the path is the beginning of names. */
  readonly prefixBased: boolean;
  /** The end is written as a time, not as seconds. */
  readonly iso8601: boolean;
  /** One address or a network. */
  readonly ipRange: string | undefined;
  readonly digest: 'sha1' | 'sha256' | 'sha512';
}

/**
 * A URL by which an object can be had without a login until some time; nothing is asked of the cloud. What is signed:
 * swift, `middleware/tempurl.py`; how it is written: swiftclient 4.1, `utils.py` generate_temp_url.
 * @param now milliseconds since 1970
 * @throws Failure for a time or a path that is none
 */
export function tempUrl(wanted: TempUrl, now: number): string {
  const { origin, path } = splitUrl(wanted.path);
  const end = endOf(wanted, now);
  const parts = splitAtMost(path, '/', 4);
  const needed = parts.slice(1, wanted.prefixBased ? 4 : 5);
  if (parts.length !== 5 || parts[0] !== '' || needed.includes('')) {
    throw new Failure(
      wanted.prefixBased ? 'path must at least contain /v1/a/c/' : 'path must be full path to an object e.g. /v1/a/c/o',
    );
  }
  const signed = [
    ...(wanted.ipRange ? [`ip=${wanted.ipRange}`] : []),
    wanted.method.toUpperCase(),
    String(end),
    `${wanted.prefixBased ? 'prefix:' : ''}${path}`,
  ].join('\n');
  const mac = createHmac(wanted.digest, wanted.key).update(signed);
  const signature = wanted.digest === 'sha512' ? `sha512:${mac.digest('base64url')}` : mac.digest('hex');
  const date = new Date(end * 1000);
  if (wanted.iso8601 && Number.isNaN(date.getTime())) throw timeProblem();
  const expires = wanted.iso8601 ? date.toISOString().replace(/\.000Z$/, 'Z') : String(end);
  const range = wanted.ipRange ? `&temp_url_ip_range=${wanted.ipRange}` : '';
  const prefix = wanted.prefixBased ? `&temp_url_prefix=${parts[4]}` : '';
  return `${origin}${path}?temp_url_sig=${signature}&temp_url_expires=${expires}${range}${prefix}`;
}

const SCALES: readonly (readonly [suffix: string, seconds: number])[] = [
  ['s', 1],
  ['m', 60],
  ['min', 60],
  ['h', 3600],
  ['hr', 3600],
  ['d', 86_400],
];

const timeProblem = (): Failure => new Failure('time must either be a whole number or in specific ISO 8601 format.');

/** The second at which it ends: `utils.py` parse_timestamp. */
function endOf({ time, absolute }: TempUrl, now: number): number {
  const fromNow = (seconds: number): number => Math.trunc(now / 1000 + seconds);
  const plain = floatIn(time);
  if (plain !== undefined) {
    if (!Number.isInteger(plain) || plain < 0) throw timeProblem();
    return absolute ? plain : fromNow(plain);
  }
  const moment = momentOf(time);
  if (moment !== undefined) return moment;
  const [suffix, scale] = SCALES.find(([ending]) => time.endsWith(ending)) ?? [];
  const amount = suffix === undefined ? undefined : floatIn(time.slice(0, -suffix.length));
  if (absolute || scale === undefined || amount === undefined || !Number.isFinite(amount)) throw timeProblem();
  return fromNow(Math.trunc(scale * amount));
}

/** A number as Python's float() reads it, of digits. */
function floatIn(text: string): number | undefined {
  const digits = text.trim();
  if (!/^[+-]?(\d+(_\d+)*(\.(\d+(_\d+)*)?)?|\.\d+(_\d+)*)(e[+-]?\d+)?$/i.test(digits)) return undefined;
  return Number(digits.replaceAll('_', ''));
}

/** Seconds since 1970 of a date, a date and time here, or one with a Z; undefined for what is none of them. */
function momentOf(text: string): number | undefined {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T(\d{1,2}):(\d{1,2}):(\d{1,2})(Z?))?$/.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const isThere =
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= new Date(Date.UTC(year, month, 0)).getUTCDate() &&
    hours < 24 &&
    minutes < 60 &&
    seconds < 62;
  if (!isThere) return undefined;
  const milliseconds =
    match[7] === 'Z'
      ? Date.UTC(year, month - 1, day, hours, minutes, seconds)
      : new Date(year, month - 1, day, hours, minutes, seconds).getTime();
  return milliseconds / 1000;
}

/** A URL's scheme and host, and its path, without what may follow it: Python's urlparse. */
function splitUrl(text: string): { readonly origin: string; readonly path: string } {
  const [, scheme = '', rest = ''] = /^(?:([a-z][a-z0-9+.-]*):)?(.*)$/is.exec(text) ?? [];
  const [, host, below = ''] = /^(?:\/\/([^/?#]*))?([^?#]*)/.exec(rest) ?? [];
  const parameters = below.indexOf(';', below.lastIndexOf('/') + 1);
  const path = parameters === -1 ? below : below.slice(0, parameters);
  return { origin: scheme && host ? `${scheme.toLowerCase()}://${host}` : '', path };
}

/** Python's split with a limit: the last part keeps its separators. */
function splitAtMost(text: string, separator: string, splits: number): readonly string[] {
  const parts = text.split(separator);
  return [...parts.slice(0, splits), ...(parts.length > splits ? [parts.slice(splits).join(separator)] : [])];
}
