/** Files of certificates and keys in PEM (RFC 7468), as people really have them. */
import { Failure } from '../core/errors.js';
import { readFile } from '../lib/regular-file.js';
import { ownCertificateNames, type SettingPrefixes } from './certificate-errors.js';
import { systemReason } from './connection-errors.js';

/** Far more than all CAs of the world. */
const LARGEST = 16 * 1024 * 1024;

/** What a file is for, for messages. */
export interface PemUse {
  /** `CA bundle`, `client key`. */
  readonly what: string;
  readonly hint: string;
}

/**
 * The blocks of PEM in a text, each in the form that OpenSSL reads. A byte order mark, UTF-16, line ends of any system,
 * blanks before lines and text around blocks are passed over; a block without an end is left out.
 */
export function pemBlocks(bytes: Buffer): readonly string[] {
  const text = textOf(bytes);
  const blocks: string[] = [];
  let at = text.indexOf('-----BEGIN ');
  while (at >= 0) {
    const end = text.indexOf('-----END ', at);
    const close = end < 0 ? -1 : text.indexOf('-----', end + 9);
    if (close < 0) break;
    // The latest beginning before the end: one before it was broken off.
    const from = text.lastIndexOf('-----BEGIN ', end);
    const lines = text
      .slice(from, close + 5)
      .split(/\r\n|\n|\r/)
      .map((line) => line.trim());
    blocks.push(`${lines.join('\n')}\n`);
    at = text.indexOf('-----BEGIN ', close);
  }
  return blocks;
}

/** A certificate, by the label of its block. */
export const isCertificate = (block: string): boolean => /^-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/.test(block);

const isKey = (block: string): boolean => /^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(block);

function textOf(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return bytes.toString('utf16le');
  if (first === 0xfe && second === 0xff)
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  return bytes.toString('latin1');
}

/**
 * The bytes of a file of certificates or keys (`readFile`).
 * @throws Failure that names the file
 */
export function readPem(path: string, { what, hint }: PemUse): Buffer {
  try {
    return readFile(path, LARGEST).bytes;
  } catch (cause) {
    const reason = systemReason(cause, path);
    throw new Failure(`Cannot read the ${what} ${path}: ${reason}`, { name: 'SSLError', hint, cause });
  }
}

/** Our own certificate and its key, if there are any, as PEM. */
export function clientCertificate(settings: {
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  readonly prefixes?: SettingPrefixes | undefined;
}): { readonly cert?: string; readonly key?: string } {
  if (settings.cert === undefined) return {};
  const hint = `${ownCertificateNames(settings.prefixes)}.`;
  const only = (path: string, what: string, is: (block: string) => boolean): string => {
    const found = pemBlocks(readPem(path, { what, hint })).filter(is);
    if (found.length > 0) return found.join('');
    throw new Failure(`The ${what} ${path} contains no PEM ${is === isKey ? 'key' : 'certificate'}`, {
      name: 'SSLError',
      hint,
    });
  };
  const cert = only(settings.cert, 'client certificate', isCertificate);
  // As for curl and requests: without a key of its own, the key is expected in the certificate's file.
  return { cert, key: only(settings.key ?? settings.cert, 'client key', isKey) };
}
