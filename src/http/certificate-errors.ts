/** Why a TLS handshake failed, in words. Only runs that speak TLS load this. */
import { Failure } from '../core/errors.js';
import { codeOf, systemReason } from './connection-errors.js';
import { showUrl } from './url.js';

export interface Reason {
  readonly reason: string;
  readonly hint?: string;
}

/** A handshake that failed, in keystoneauth's words (`session.py`, SSLFailure). */
export function tlsFailure(url: string, { reason, hint }: Reason, cause: unknown): Failure {
  return new Failure(`SSL exception connecting to ${showUrl(url)}: ${reason}`, { name: 'SSLError', hint, cause });
}

/** What the names of settings begin with, for hints: `OS_CACERT`, `--os-cacert`. */
export interface SettingPrefixes {
  readonly variable: string;
  readonly option: string;
}

/** As for every OpenStack client. */
export const PREFIXES_OF_CLOUDS: SettingPrefixes = { variable: 'OS_', option: '--os-' };

/** The settings of one's own certificate, as a hint begins. */
export const ownCertificateNames = ({ variable, option } = PREFIXES_OF_CLOUDS): string =>
  `${variable}CERT and ${variable}KEY (${option}cert, ${option}key) name the files of your own certificate`;

/**
 * Why a TLS handshake failed. `dates`: as Node's `getPeerCertificate` gives them. `now`: milliseconds since 1970.
 */
export function certificateReason(
  error: unknown,
  host: string,
  dates: { readonly from: string; readonly to: string } | undefined,
  now: number,
  { variable, option } = PREFIXES_OF_CLOUDS,
): Reason {
  const trust = `If you trust it, give its CA with ${variable}CACERT (${option}cacert FILE); --insecure skips the check.`;
  const clock = `This machine's clock says ${new Date(now).toISOString().slice(0, 19)}Z; --insecure skips the check.`;
  switch (codeOf(error)) {
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return { reason: 'certificate verify failed: the certificate is self-signed', hint: trust };
    case 'SELF_SIGNED_CERT_IN_CHAIN':
      return { reason: 'certificate verify failed: the CA at the end of its chain is not trusted here', hint: trust };
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return { reason: 'certificate verify failed: the CA that signed it is not known here', hint: trust };
    case 'CERT_HAS_EXPIRED':
      return { reason: `certificate verify failed: it has expired${dates ? ` on ${dates.to}` : ''}`, hint: clock };
    case 'CERT_NOT_YET_VALID':
      return {
        reason: `certificate verify failed: it is not valid yet${dates ? `, only from ${dates.from}` : ''}`,
        hint: clock,
      };
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return {
        reason: `certificate verify failed: it is not for '${host}', but for ${namesIn(error)}`,
        hint: 'Use one of these names in the URL; --insecure skips the check.',
      };
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
      return { reason: 'this port does not speak TLS', hint: 'Should the URL begin with http:// instead of https://?' };
    case 'EPROTO':
      return /wrong version number|packet length too long|http request/i.test(String(error))
        ? { reason: 'this port does not speak TLS', hint: 'Should the URL begin with http:// instead of https://?' }
        : { reason: opensslReason(error) };
    case 'ECONNRESET':
      return { reason: 'the connection was closed during the TLS handshake' };
    default:
      return { reason: opensslReason(error) };
  }
}

function opensslReason(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'reason' in error && typeof error.reason === 'string') {
    return error.reason;
  }
  return systemReason(error, '').split('\n', 1)[0] ?? 'unknown error';
}

function namesIn(error: unknown): string {
  const cert = typeof error === 'object' && error !== null && 'cert' in error ? error.cert : undefined;
  if (typeof cert !== 'object' || cert === null) return 'another name';
  const alternatives = 'subjectaltname' in cert && typeof cert.subjectaltname === 'string' ? cert.subjectaltname : '';
  const names = alternatives
    .split(', ')
    .map((name) => name.replace(/^(DNS|IP Address):/, ''))
    .filter((name) => name !== '');
  if (names.length > 0) return names.slice(0, 5).join(', ') + (names.length > 5 ? ', …' : '');
  const subject = 'subject' in cert && typeof cert.subject === 'object' ? cert.subject : undefined;
  return subject && 'CN' in subject && typeof subject.CN === 'string' ? subject.CN : 'another name';
}
