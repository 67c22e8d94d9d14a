import { Failure } from '../core/errors.js';
import { HIGHEST } from '../lib/microversion.js';
import { asRecord, asRecords, asText } from '../lib/read.js';
import { plain, splitVersion } from './address.js';

/** What `--os-compute-api-version` asks for: the highest of both sides, none at all, or exactly this one. */
export type WantedVersion = 'latest' | 'none' | `2.${number}`;

/**
 * Reads `2.latest`, `2`, `2.0`, `2.N` with the checks and sentences of python-novaclient 18 (`api_versions.py`,
 * `shell.py`). `1.1`, the default of the clients up to 2014 and still in many an openrc, means what it meant: v2.
 */
export function parseWanted(version: string | undefined): WantedVersion {
  if (version === undefined) return 'latest';
  if (version === '1.1') return 'none';
  const full = /^\s*[-+]?\d+\s*$/.test(version) ? `${Number(version)}.0` : version;
  const [, major, minor] = /^([1-9]\d*)\.([1-9]\d*|0|latest)$/.exec(full) ?? [];
  if (major === undefined || minor === undefined) {
    throw new Failure(
      `Invalid format of client version '${full}'. Expected format 'X.Y', where X is a major part and Y is a minor ` +
        'part of version.',
      { name: 'UnsupportedVersion' },
    );
  }
  if (major !== '2') {
    throw new Failure(`Invalid client version '${full}'. Major part should be '2'`, { name: 'UnsupportedVersion' });
  }
  if (minor === 'latest') return 'latest';
  if (minor === '0') return 'none';
  if (Number(minor) > HIGHEST) {
    throw new Failure(
      `The specified version isn't supported by client. The valid version range is '2.1' to '2.${HIGHEST}'`,
    );
  }
  return `2.${Number(minor)}`;
}

/**
 * Where the compute service says which microversions it has; undefined for v2 and v1.1, which have none. With a slash
 * at the end: without it some releases redirect.
 */
export function versionDocument(endpoint: string): string | undefined {
  const { before, version } = splitVersion(endpoint);
  if (version === undefined) return `${plain(endpoint)}/`;
  return version === 'v2.1' ? `${before}/v2.1/` : undefined;
}

/**
 * The highest microversion that the server and we know, from its version document (nova `compute/versions.py`):
 * `version`, or the entry for v2.1 in `versions`. Undefined: it has none.
 *
 * @throws Failure when the server's lowest is above our highest
 */
export function highestOfBoth(document: unknown): string | undefined {
  const { version, versions } = asRecord(document);
  const entry =
    version === undefined ? (asRecords(versions).find((one) => asText(one.id) === 'v2.1') ?? {}) : asRecord(version);
  const highest = minorOf(entry.version);
  if (highest === undefined) return undefined;
  const lowest = minorOf(entry.min_version) ?? 1;
  if (lowest > HIGHEST) {
    throw new Failure(
      `Server version is too new. The client valid version range is '2.1' to '2.${HIGHEST}'. The server valid ` +
        `version range is '2.${lowest}' to '2.${highest}'.`,
      { name: 'UnsupportedVersion' },
    );
  }
  return `2.${Math.min(highest, HIGHEST)}`;
}

function minorOf(value: unknown): number | undefined {
  const minor = /^2\.(\d{1,4})$/.exec(asText(value))?.[1];
  return minor === undefined ? undefined : Number(minor);
}

/** The headers that ask for a microversion: the first spelling is known from 2.1 on, the second from 2.27 on. */
export function versionHeaders(version: string | undefined): Readonly<Record<string, string>> {
  if (version === undefined) return {};
  return { 'x-openstack-nova-api-version': version, 'openstack-api-version': `compute ${version}` };
}

/**
 * N of the microversion 2.N that an answer says it is in (nova `api/openstack/wsgi.py`: on errors of the service too).
 * Undefined where it does not say.
 */
export function answeredMinor(headers: Readonly<Record<string, string>>): number | undefined {
  const newer = /(?:^|,)\s*compute\s+(2\.\d+)\s*(?:,|$)/i.exec(headers['openstack-api-version'] ?? '')?.[1];
  return minorOf(newer ?? headers['x-openstack-nova-api-version']?.trim());
}

/** python-novaclient's sentence for a version that the server refuses with 406, from the server's own. */
export function refusedVersion(serverMessage: string | undefined, cause: Error): Failure {
  const [, lowest, highest] = /Minimum is (\d+\.\d+) and maximum is (\d+\.\d+)/.exec(serverMessage ?? '') ?? [];
  const range = lowest === undefined ? '' : ` The valid version range is '${lowest}' to '${highest}'`;
  return new Failure(`The specified version isn't supported by server.${range}`, { name: 'UnsupportedVersion', cause });
}
