/** Certificates that are made when they are needed, and a TLS server with one of them before a real service. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { createServer } from 'node:tls';

export type Kind = 'good' | 'expired' | 'self-signed' | 'wrong name';

export interface Certificates {
  /** The CA that has signed all but the self-signed one. */
  readonly ca: string;
  readonly pem: (kind: Kind) => string;
  readonly key: string;
  remove(): void;
}

const RIGHT = 'IP:127.0.0.1,DNS:localhost';

/** One key for all of them: making keys is what takes time. */
export function makeCertificates(): Certificates {
  const directory = mkdtempSync(join(tmpdir(), 'certificates-'));
  const file = (name: string): string => join(directory, name);
  const openssl = (...words: string[]): void => void execFileSync('openssl', words, { stdio: 'pipe' });
  openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', file('key'));
  const root = ['req', '-x509', '-new', '-key', file('key'), '-days', '30'];
  openssl(...root, '-subj', '/CN=Test CA', '-out', file('ca'));
  openssl(...root, '-subj', '/CN=self', '-addext', `subjectAltName=${RIGHT}`, '-out', file('self-signed'));
  openssl('req', '-new', '-key', file('key'), '-subj', '/CN=cloud', '-out', file('request'));
  const sign = (kind: Kind, names: string, from: string, to: string): void => {
    for (const [name, text] of [
      ['index', ''],
      ['serial', '01\n'],
    ] as const)
      writeFileSync(file(name), text);
    writeFileSync(
      file('ca.conf'),
      `[ca]\ndefault_ca=d\n[d]\ndatabase=${file('index')}\nserial=${file('serial')}\nnew_certs_dir=${directory}\n` +
        `default_md=sha256\npolicy=p\nx509_extensions=x\n[p]\ncommonName=supplied\n[x]\nsubjectAltName=${names}\n`,
    );
    openssl(
      ...['ca', '-batch', '-notext', '-config', file('ca.conf'), '-cert', file('ca'), '-keyfile', file('key')],
      ...['-in', file('request'), '-startdate', from, '-enddate', to, '-out', file(kind)],
    );
  };
  sign('good', RIGHT, '20200101000000Z', '20980101000000Z');
  sign('expired', RIGHT, '20140101000000Z', '20150101000000Z');
  sign('wrong name', 'DNS:cloud.example.com', '20200101000000Z', '20980101000000Z');
  return {
    ca: file('ca'),
    key: readFileSync(file('key'), 'utf8'),
    pem: (kind) => readFileSync(file(kind), 'utf8'),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** Speaks TLS before the service on this port until the test is over; gives `https://127.0.0.1:port`. */
export async function before(t: TestContext, port: number, { key, pem }: Certificates, kind: Kind): Promise<string> {
  const server = createServer({ key, cert: pem(kind) }, (socket) => {
    const inner = connect(port, '127.0.0.1');
    socket.on('error', () => inner.destroy());
    inner.on('error', () => socket.destroy());
    socket.pipe(inner).pipe(socket);
  });
  // A client that does not trust it hangs up.
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
