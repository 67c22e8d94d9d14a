import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import { Failure } from '../core/errors.js';
import { systemReason } from './connection-errors.js';

interface PemFiles {
  /** Paths of PEM files: the CAs to trust instead of the built-in ones, our certificate, its key. */
  readonly cacert?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly insecure: boolean;
}

/** The CAs to trust instead of the built-in ones, if a file of them is named. */
export function trusted(settings: PemFiles): { readonly ca?: string } {
  if (settings.cacert === undefined || settings.insecure) return {};
  const ca = readPem(settings.cacert, 'CA bundle', 'OS_CACERT (--os-cacert) names the file of the CAs to trust.');
  return { ca };
}

/** Our own certificate and its key, if there are any. */
export function clientCertificate(settings: PemFiles): ConnectionOptions {
  if (settings.cert === undefined) return {};
  const hint = 'OS_CERT and OS_KEY (--os-cert, --os-key) name the files of your own certificate.';
  const cert = readPem(settings.cert, 'client certificate', hint);
  // As for curl and requests: without a key of its own, the key is expected in the certificate's file.
  const key = settings.key === undefined ? cert : readPem(settings.key, 'client key', hint);
  return { cert, key };
}

function readPem(path: string, what: string, hint: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'latin1');
  } catch (error) {
    throw new Failure(`Cannot read the ${what} ${path}: ${systemReason(error, path)}`, {
      name: 'SSLError',
      hint,
      cause: error,
    });
  }
  // Node passes over a file without any PEM in it, and the error would then be about the server's certificate.
  if (!text.includes('-----BEGIN ')) {
    throw new Failure(`The ${what} ${path} contains no PEM ${what === 'client key' ? 'key' : 'certificate'}`, {
      name: 'SSLError',
      hint,
    });
  }
  return text;
}
