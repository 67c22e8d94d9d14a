import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { serve } from '../../src/sandbox/serve.js';
import { root } from '../support/imports.js';

/* The shipped program and a cloud whose certificate a private CA has signed, which a bundle of the machine has. */

const bin = join(root, 'bin', 'stackline.js');
const place = mkdtempSync(join(tmpdir(), 'stackline-ca-'));
const file = (name: string): string => join(place, name);
const openssl = (...words: string[]): void => void execFileSync('openssl', words, { stdio: 'pipe' });
let cloud: Awaited<ReturnType<typeof serve>>;
let login: Readonly<Record<string, string>>;

const server = createServer;
let front: ReturnType<typeof server>;

before(async () => {
  openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', file('key.pem'));
  for (const name of ['ca', 'other'])
    openssl(
      ...['req', '-x509', '-new', '-key', file('key.pem'), '-subj', `/CN=${name} of nobody`, '-days', '30'],
      ...['-out', file(`${name}.pem`)],
    );
  openssl('req', '-new', '-key', file('key.pem'), '-subj', '/CN=localhost', '-out', file('leaf.csr'));
  writeFileSync(file('leaf.ext'), 'subjectAltName=IP:127.0.0.1\n');
  openssl(
    ...['x509', '-req', '-in', file('leaf.csr'), '-CA', file('ca.pem'), '-CAkey', file('key.pem'), '-CAcreateserial'],
    ...['-extfile', file('leaf.ext'), '-out', file('leaf.pem'), '-days', '30'],
  );
  mkdirSync(file('hashed'));
  writeFileSync(join(file('hashed'), 'ca.pem'), readFileSync(file('ca.pem')));
  openssl('rehash', file('hashed'));
  cloud = await serve({ port: 0, compute: 'v2.1' });
  const behind = new URL(cloud.url).host;
  // TLS before the embedded cloud, whose addresses in its answers become those of here.
  front = server(
    { key: readFileSync(file('key.pem')), cert: readFileSync(file('leaf.pem')) },
    async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
      const answer = await fetch(`http://${behind}${request.url}`, {
        method: request.method ?? 'GET',
        headers: headers as Record<string, string>,
        ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
      });
      const text = (await answer.text()).replaceAll(`http://${behind}`, `https://${request.headers.host}`);
      const token = answer.headers.get('x-subject-token');
      response.writeHead(answer.status, {
        'content-type': answer.headers.get('content-type') ?? 'application/json',
        ...(token !== null && { 'x-subject-token': token }),
      });
      response.end(text);
    },
  );
  front.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const { authUrl, username, password, tenantName, region } = cloud.login;
  const url = new URL(authUrl);
  login = {
    OS_AUTH_URL: `https://127.0.0.1:${(front.address() as AddressInfo).port}${url.pathname}`,
    OS_USERNAME: username,
    OS_PASSWORD: password,
    OS_TENANT_NAME: tenantName,
    OS_REGION_NAME: region,
  };
});
after(async () => {
  front.closeAllConnections();
  front.close();
  await cloud.close();
  rmSync(place, { recursive: true, force: true });
});

/** Each run has a home of its own: nothing of an earlier connection is known. */
async function run(words: readonly string[], more: Readonly<Record<string, string | undefined>>) {
  const home = mkdtempSync(join(place, 'home-'));
  const child = spawn(process.execPath, [bin, ...words], {
    env: { PATH: process.env.PATH, HOME: home, ...login, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { stdout, stderr, code };
}

const trusting = (): readonly Readonly<Record<string, string>>[] => [
  { SSL_CERT_FILE: file('ca.pem') },
  { SSL_CERT_DIR: file('hashed') },
  { REQUESTS_CA_BUNDLE: file('ca.pem') },
  { REQUESTS_CA_BUNDLE: file('hashed') },
  { CURL_CA_BUNDLE: file('ca.pem') },
  { NODE_EXTRA_CA_CERTS: file('ca.pem') },
];

describe('a cloud behind a private CA', () => {
  for (const at of [0, 1, 2, 3, 4, 5])
    it(`is reached without a word where the machine trusts the CA: ${Object.keys(trusting()[at] ?? {})} ${at}`, async () => {
      const { stdout, stderr, code } = await run(['list', '--all-tenants'], trusting()[at] ?? {});
      assert.deepEqual([stderr, code], ['', 0]);
      assert.match(stdout, /\| devstack +\|/);
    });

  it('is refused in one sentence where it does not', async () => {
    for (const more of [{}, { SSL_CERT_FILE: file('other.pem') }, { REQUESTS_CA_BUNDLE: file('other.pem') }]) {
      const { stdout, stderr, code } = await run(['list'], more);
      assert.deepEqual([stdout, code], ['', 1]);
      assert.match(
        stderr,
        /^ERROR \(SSLError\): SSL exception connecting to https:\S+: certificate verify failed: the CA that signed it is not known here\nIf you trust it, give its CA with OS_CACERT \(--os-cacert FILE\); --insecure skips the check\.\n$/,
      );
    }
  });

  it('and its doctor says which bundle was used', async () => {
    const { stdout, code } = await run(['doctor'], { REQUESTS_CA_BUNDLE: file('ca.pem') });
    assert.match(stdout, new RegExp(`${file('ca.pem')} \\(REQUESTS_CA_BUNDLE\\)`));
    assert.ok(code === 0 || code === 1);
    const other = await run(['doctor'], { CURL_CA_BUNDLE: file('other.pem') });
    assert.match(other.stdout, new RegExp(`${file('other.pem')} \\(CURL_CA_BUNDLE\\)`));
    assert.match(other.stdout, /^FAILED TLS .*: the CA that signed it is not known here$/m);
    assert.equal(other.code, 1);
  });
});
