import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, type TestContext } from 'node:test';
import type { TLSSocket } from 'node:tls';
import { Failure } from '../../src/core/errors.js';
import type { TransportOptions } from '../../src/http/http-transport.js';
import { get, listen, network } from './servers.js';

export let directory = '';
export const file = (name: string): string => join(directory, name);
export const pem = (name: string): string => readFileSync(file(name), 'utf8');
export const openssl = (...words: string[]): void => void execFileSync('openssl', words, { stdio: 'pipe' });

/** One key for all of them: making keys is what takes time. */
before(() => {
  directory = mkdtempSync(join(tmpdir(), 'tls-'));
  openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', file('key.pem'));
  const self = (name: string, days: string, san: string): void =>
    openssl(
      ...['req', '-x509', '-new', '-key', file('key.pem'), '-subj', `/CN=${name}`, '-days', days],
      ...['-addext', `subjectAltName=${san}`, '-out', file(`${name}.pem`)],
    );
  self('self', '30', 'IP:127.0.0.1,DNS:localhost');
  self('other', '30', 'DNS:cloud.example.com,DNS:*.cloud.example.com');
  openssl(
    'req',
    '-x509',
    '-new',
    '-key',
    file('key.pem'),
    '-subj',
    '/CN=Test CA',
    '-days',
    '30',
    '-out',
    file('ca.pem'),
  );
  openssl('req', '-new', '-key', file('key.pem'), '-subj', '/CN=localhost', '-out', file('leaf.csr'));
  writeFileSync(file('leaf.ext'), 'subjectAltName=IP:127.0.0.1,DNS:localhost\n');
  const sign = (name: string, ...dates: string[]): void =>
    openssl(
      ...['x509', '-req', '-in', file('leaf.csr'), '-CA', file('ca.pem'), '-CAkey', file('key.pem'), '-CAcreateserial'],
      ...['-extfile', file('leaf.ext'), '-out', file(name), ...dates],
    );
  sign('leaf.pem', '-days', '30');
  writeFileSync(file('index.txt'), '');
  writeFileSync(file('serial'), '01\n');
  writeFileSync(
    file('ca.conf'),
    `[ca]\ndefault_ca=d\n[d]\ndatabase=${file('index.txt')}\nserial=${file('serial')}\nnew_certs_dir=${directory}\n` +
      'default_md=sha256\npolicy=p\nx509_extensions=x\nunique_subject=no\n[p]\ncommonName=supplied\n' +
      '[x]\nsubjectAltName=IP:127.0.0.1,DNS:localhost\n',
  );
  const dated = (name: string, from: string, to: string): void =>
    openssl(
      ...['ca', '-batch', '-notext', '-config', file('ca.conf'), '-cert', file('ca.pem'), '-keyfile', file('key.pem')],
      ...['-in', file('leaf.csr'), '-startdate', from, '-enddate', to, '-out', file(name)],
    );
  dated('expired.pem', '20140101000000Z', '20150101000000Z');
  dated('early.pem', '20980101000000Z', '20990101000000Z');
});
after(() => rmSync(directory, { recursive: true }));

export interface Secure {
  readonly url: string;
  /** For each request: was its TLS session a resumed one? */
  readonly resumed: boolean[];
}

export async function secure(t: TestContext, cert: string, options: object = {}): Promise<Secure> {
  const resumed: boolean[] = [];
  const server = createServer({ key: pem('key.pem'), cert: pem(cert), ...options }, (request, response) => {
    resumed.push((request.socket as TLSSocket).isSessionReused());
    response.end('{}');
  });
  server.on('tlsClientError', () => {});
  return { url: `https://${await listen(t, server)}/v3`, resumed };
}

export async function refusal(t: TestContext, url: string, options: TransportOptions = {}): Promise<Failure> {
  try {
    await get(network(t, options), url);
  } catch (error) {
    assert.ok(error instanceof Failure, String(error));
    return error;
  }
  assert.fail('the certificate was accepted');
}
