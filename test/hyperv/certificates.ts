/** Certificates of one test run: a CA, a server for localhost and 127.0.0.1, and a client. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

export interface Certificates {
  readonly ca: string;
  readonly server: { readonly cert: Buffer; readonly key: Buffer };
  readonly client: { readonly cert: string; readonly key: string };
}

let made: Certificates | undefined;
const directories: string[] = [];
after(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

/** Made once, with openssl. */
export function certificates(): Certificates {
  if (made !== undefined) return made;
  const directory = mkdtempSync(join(tmpdir(), 'hyperv-tls-'));
  directories.push(directory);
  const file = (name: string): string => join(directory, name);
  const openssl = (...words: string[]): void => void execFileSync('openssl', words, { stdio: 'pipe' });
  const key = (name: string) =>
    openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', file(name));
  for (const name of ['ca.key', 'server.key', 'client.key']) key(name);
  openssl('req', '-x509', '-new', '-key', file('ca.key'), '-subj', '/CN=Test CA', '-days', '2', '-out', file('ca.pem'));
  const sign = (name: string, subject: string, extension: string): void => {
    openssl(
      'req',
      '-new',
      '-key',
      file(`${name}.key`),
      '-subj',
      subject,
      '-addext',
      extension,
      '-out',
      file(`${name}.csr`),
    );
    openssl(
      'x509',
      '-req',
      '-in',
      file(`${name}.csr`),
      '-CA',
      file('ca.pem'),
      '-CAkey',
      file('ca.key'),
      '-CAcreateserial',
      '-days',
      '2',
      '-copy_extensions',
      'copy',
      '-out',
      file(`${name}.pem`),
    );
  };
  sign('server', '/CN=localhost', 'subjectAltName=DNS:localhost,IP:127.0.0.1');
  sign('client', '/CN=administrator', 'extendedKeyUsage=clientAuth');
  made = {
    ca: file('ca.pem'),
    server: { cert: readFileSync(file('server.pem')), key: readFileSync(file('server.key')) },
    client: { cert: file('client.pem'), key: file('client.key') },
  };
  return made;
}
