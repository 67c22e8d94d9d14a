/** Whose certificates are trusted. */
import { readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure } from '../core/errors.js';
import { PREFIXES_OF_CLOUDS, type SettingPrefixes } from './certificate-errors.js';
import { systemReason } from './connection-errors.js';
import { isCertificate, pemBlocks, readPem } from './pem.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a system keeps the CAs that it trusts. */
export interface SystemCas {
  /** Bundles, of which the first one that is there counts. */
  readonly files: readonly string[];
  /** Of hashed certificates, where there is no bundle. */
  readonly directories: readonly string[];
}

/** The places that curl's configure, Go's crypto/x509 and Python's certifi as distributions ship it know. */
export const SYSTEM_CAS: SystemCas = {
  files: [
    '/etc/ssl/certs/ca-certificates.crt', // Debian, Ubuntu, Arch, Gentoo, NixOS
    '/etc/pki/tls/certs/ca-bundle.crt', // Fedora, RHEL, CentOS
    '/etc/ssl/ca-bundle.pem', // SUSE
    '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem', // RHEL from 7 on, where the link above is not there
    '/etc/pki/tls/cacert.pem', // OpenELEC
    '/etc/ssl/cert.pem', // Alpine, macOS, OpenBSD
    '/usr/local/etc/ssl/cert.pem', // FreeBSD
    '/usr/local/share/certs/ca-root-nss.crt', // FreeBSD, older
    '/etc/openssl/certs/ca-certificates.crt', // NetBSD
  ],
  directories: ['/etc/ssl/certs', '/etc/pki/tls/certs', '/etc/openssl/certs'],
};

export interface TrustSettings {
  /** A bundle or a directory of hashed certificates, which then is all that counts. */
  readonly cacert?: string | undefined;
  /** The environment, whose variables name others. */
  readonly env?: Environment | undefined;
  readonly systemCas?: SystemCas | undefined;
  readonly prefixes?: SettingPrefixes | undefined;
}

/** A file or a directory of trusted certificates, and who named it. */
export interface TrustSource {
  readonly path: string;
  /** A variable, or `the system's`. */
  readonly from: string;
  /** The option that says the same. */
  readonly option?: string;
  /** Somebody wants this one: it has to be there. */
  readonly isRequired: boolean;
}

/**
 * The files and directories whose certificates are trusted, all of them; none: those that Node brings. Nothing is read.
 *
 * 1. OS_CACERT (`--os-cacert`, `cacert` of a cloud) alone, as for every OpenStack client;
 * 2. REQUESTS_CA_BUNDLE, else CURL_CA_BUNDLE, alone: requests (`sessions.py` merge_environment_settings), and by it the
 *    Python clients; curl takes the second;
 * 3. what OpenSSL, Go and curl take: SSL_CERT_FILE and SSL_CERT_DIR, each in the place of one half of the system's, which
 *    stays where only one of them is set; one that leads nowhere is passed over, as OpenSSL does;
 * 4. the system's bundle, or its directory where there is no bundle.
 *
 * NODE_EXTRA_CA_CERTS adds to all but the first. An empty variable is an unset one.
 */
export function trustSources(settings: TrustSettings): readonly TrustSource[] {
  const { cacert, env = {}, systemCas = SYSTEM_CAS, prefixes = PREFIXES_OF_CLOUDS } = settings;
  if (cacert !== undefined) {
    const [from, option] = [`${prefixes.variable}CACERT`, `${prefixes.option}cacert`];
    return [{ path: cacert, from, option, isRequired: true }];
  }
  const extra = optional(env, 'NODE_EXTRA_CA_CERTS');
  for (const from of ['REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE']) {
    const path = env[from];
    if (path) return [{ path, from, isRequired: true }, ...extra];
  }
  const file = optional(env, 'SSL_CERT_FILE');
  const directories = (env.SSL_CERT_DIR ?? '')
    .split(delimiter)
    .filter((path) => path !== '')
    .map((path) => ({ path, from: 'SSL_CERT_DIR', isRequired: false }));
  const named = [...file, ...directories].filter(isThere);
  const isWhole = file.length > 0 && directories.length > 0 && named.length > 0;
  const found = isWhole ? named : [...named, ...systems(systemCas)];
  // Node adds the extra ones to its own itself.
  return found.length === 0 ? [] : unique([...found, ...extra.filter(isThere)]);
}

const optional = (env: Environment, from: string): readonly TrustSource[] => {
  const path = env[from];
  return path ? [{ path, from, isRequired: false }] : [];
};

const isThere = ({ path }: TrustSource): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

function systems({ files, directories }: SystemCas): readonly TrustSource[] {
  const from = "the system's";
  for (const path of [...files, ...directories]) {
    const source = { path, from, isRequired: false };
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined || (stat.isFile() && stat.size === 0)) continue;
    if (!stat.isDirectory() || hashed(path).length > 0) return [source];
  }
  return [];
}

const unique = (sources: readonly TrustSource[]): readonly TrustSource[] =>
  sources.filter(({ path }, index) => sources.findIndex((other) => other.path === path) === index);

/** For people: `/etc/ssl/certs/ca-certificates.crt (the system's)`. */
export function describeTrust(sources: readonly TrustSource[]): string {
  if (sources.length === 0) return "Node's own list: this system has none";
  return sources.map(({ path, from }) => `${path} (${from})`).join(', ');
}

/** A text that changes whenever what the sources hold may have changed; the files themselves are not read. */
export function trustVersion(sources: readonly TrustSource[]): string {
  return JSON.stringify(sources.map(({ path }) => fileVersion(path)));
}

/** Of a file, or a directory with all of its hashed certificates. */
export function fileVersion(path: string): readonly unknown[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return [path];
  // What a pipe holds is known by its number only: each one has its own.
  if (stat.isFIFO()) return [path, 'pipe', stat.ino];
  if (!stat.isDirectory()) return [path, stat.size, stat.mtimeMs];
  const files = hashed(path).map((name) => statSync(join(path, name), { throwIfNoEntry: false }));
  return [path, stat.mtimeMs, files.map((one) => [one?.size, one?.mtimeMs])];
}

/**
 * The certificates of all sources as blocks of PEM, each once; undefined: those that Node brings.
 * @throws Failure for a source that somebody wants and that has none
 */
export function trustedCertificates(sources: readonly TrustSource[]): string[] | undefined {
  const blocks = new Set<string>();
  for (const source of sources) {
    for (const block of certificatesOf(source)) blocks.add(block);
  }
  return blocks.size === 0 ? undefined : [...blocks];
}

function certificatesOf({ path, from, option, isRequired }: TrustSource): readonly string[] {
  const hint = `${from}${option === undefined ? '' : ` (${option})`} names the file or directory of the CAs to trust.`;
  const read = (file: string): readonly string[] =>
    pemBlocks(readPem(file, { what: 'CA bundle', hint })).filter(isCertificate);
  const orNone = (file: string): readonly string[] => {
    try {
      return read(file);
    } catch {
      return [];
    }
  };
  const isDirectory = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const found = isDirectory
    ? hashed(path, isRequired).flatMap((name) => orNone(join(path, name)))
    : isRequired
      ? read(path)
      : orNone(path);
  if (found.length > 0 || !isRequired) return found;
  throw isDirectory
    ? new Failure(`The CA directory ${path} contains no hashed certificates`, {
        name: 'SSLError',
        hint: `'openssl rehash ${path}' gives certificates the names by which they are found.`,
      })
    : new Failure(`The CA bundle ${path} contains no PEM certificate`, { name: 'SSLError', hint });
}

/**
 * The names by which OpenSSL looks for certificates in a directory: the hash of the subject, and a number.
 * @throws Failure for a directory that is required and cannot be read
 */
function hashed(directory: string, isRequired = false): readonly string[] {
  try {
    return readdirSync(directory)
      .filter((name) => /^[0-9a-f]{8}\.\d{1,4}$/.test(name))
      .sort();
  } catch (error) {
    if (!isRequired) return [];
    throw new Failure(`Cannot read the CA directory ${directory}: ${systemReason(error, directory)}`, {
      name: 'SSLError',
      cause: error,
    });
  }
}
