/** What TLS connections are checked by, parsed once. Only runs that speak TLS load this. */
import { createSecureContext, type SecureContext } from 'node:tls';
import { Failure } from '../core/errors.js';
import { ownCertificateNames } from './certificate-errors.js';
import { systemReason } from './connection-errors.js';
import type { ConnectionSettings } from './connection-settings.js';
import { clientCertificate } from './pem.js';
import { fileVersion, trustedCertificates, trustSources, trustVersion } from './trust.js';

/** What connections are checked by. */
export interface Checks {
  /** Changes with everything that verification depends on. */
  readonly version: string;
  /** Trusted certificates as PEM; undefined: those that Node brings. */
  readonly certificates: () => string[] | undefined;
  readonly trusting: () => SecureContext;
  readonly trustingNobody: () => SecureContext;
}

export type SecureContexts = () => Checks;

/**
 * What all connections of one pool are checked by. Parsing some 140 CAs is most of what a first connection costs, so
 * that it is done once, and again only when their files have changed.
 */
export function secureContexts(settings: ConnectionSettings): SecureContexts {
  let latest: Checks | undefined;
  return () => {
    const sources = settings.insecure ? [] : trustSources(settings);
    const { cert, key } = settings;
    const own = [cert, key].map((path) => (path === undefined ? [] : fileVersion(path)));
    const version = JSON.stringify([trustVersion(sources), own]);
    if (latest?.version === version) return latest;
    const identity = once(() => clientCertificate(settings));
    const certificates = once(() => trustedCertificates(sources));
    const contextOf = (ca: string[] | undefined): SecureContext => {
      try {
        return createSecureContext({ ...identity(), ...(ca === undefined ? {} : { ca }) });
      } catch (error) {
        throw error instanceof Failure ? error : unusable(settings, error);
      }
    };
    latest = {
      version,
      certificates,
      trusting: once(() => contextOf(certificates())),
      trustingNobody: once(() => contextOf([])),
    };
    return latest;
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A key that is locked, or of another certificate. */
function unusable({ cert, key, prefixes }: ConnectionSettings, error: unknown): Failure {
  const files = key === undefined || key === cert ? `${cert}` : `${cert} with the key ${key}`;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = /BAD_PASSWORD|INTERRUPTED|BAD_DECRYPT/.test(code)
    ? 'the key is locked by a passphrase'
    : code === 'ERR_OSSL_X509_KEY_VALUES_MISMATCH'
      ? 'the key is not that of the certificate'
      : systemReason(error, '');
  return new Failure(`Cannot use the client certificate ${files}: ${reason}`, {
    name: 'SSLError',
    hint: `${ownCertificateNames(prefixes)} and of its key, in PEM.`,
    cause: error,
  });
}
