import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { test } from 'node:test';
import { Failure } from '../../src/core/errors.js';
import { realProbe } from '../../src/host/probe.js';
import type { TlsMemory } from '../../src/http/connection-settings.js';
import type { TransportOptions } from '../../src/http/http-transport.js';
import { file, pem, refusal, secure } from './certificates.js';
import { getText, listen, network } from './servers.js';

test('a certificate of a CA that was named is accepted, by address and by name', async (t) => {
  const { url } = await secure(t, 'leaf.pem');
  const send = network(t, { cacert: file('ca.pem') });
  assert.equal(await getText(send, url), '{}');
  assert.equal(await getText(send, url.replace('127.0.0.1', 'localhost')), '{}');
});

test('each bad certificate is refused for its own reason, with a way out', async (t) => {
  const cacert = file('ca.pem');
  const cases: [string, TransportOptions, RegExp, RegExp][] = [
    ['self.pem', {}, /: certificate verify failed: the certificate is self-signed$/, /OS_CACERT.*--insecure/],
    ['leaf.pem', {}, /: certificate verify failed: the CA that signed it is not known here$/, /OS_CACERT.*--insecure/],
    ['expired.pem', { cacert }, /it has expired on Jan {2}1 00:00:00 2015 GMT$/, /clock says 2024-05-06T07:08:09Z/],
    ['early.pem', { cacert }, /it is not valid yet, only from Jan {2}1 00:00:00 2098 GMT$/, /clock says 2024-05-06/],
    [
      'other.pem',
      { cacert: file('other.pem') },
      /it is not for '127\.0\.0\.1', but for cloud\.example\.com, \*\.cloud\.example\.com$/,
      /one of these names/,
    ],
  ];
  for (const [cert, options, message, hint] of cases) {
    const { url, resumed } = await secure(t, cert);
    const error = await refusal(t, url, { ...options, now: () => Date.UTC(2024, 4, 6, 7, 8, 9) });
    assert.equal(error.name, 'SSLError');
    assert.ok(error.message.startsWith(`SSL exception connecting to ${url}: `), error.message);
    assert.match(error.message, message);
    assert.match(error.hint ?? '', hint);
    assert.deepEqual(resumed, [], 'a request went out on a connection that was not trusted');
    assert.equal(await getText(network(t, { ...options, insecure: true }), url), '{}');
  }
});

test('the wrong scheme for a port is found out, in both directions', async (t) => {
  const plain = await listen(
    t,
    createHttpServer((_request, response) => response.end('{}')),
  );
  const tlsToPlain = await refusal(t, `https://${plain}/v3`);
  assert.match(tlsToPlain.message, /^SSL exception connecting to .*: this port does not speak TLS$/);
  assert.match(tlsToPlain.hint ?? '', /begin with http:\/\//);
  const { url } = await secure(t, 'self.pem');
  const plainToTls = await refusal(t, url.replace('https:', 'http:'));
  assert.equal(plainToTls.name, 'ConnectFailure');
  assert.match(plainToTls.hint ?? '', /begin with https:\/\//);
});

test('a handshake that never ends is a timeout, one that is broken off an error of TLS', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const silent = await listen(
    t,
    createTcpServer((socket) => void socket.once('data', () => t.mock.timers.tick(50))),
  );
  const late = await refusal(t, `https://${silent}/v3`, { connectTimeout: 50 });
  t.mock.timers.reset();
  assert.equal(late.name, 'ConnectTimeout');
  assert.match(late.message, /^Request to .* timed out: no TLS handshake within 0\.05 seconds$/);
  const rude = await listen(
    t,
    createTcpServer((socket) => void socket.once('data', () => socket.destroy())),
  );
  const broken = await refusal(t, `https://${rude}/v3`);
  assert.equal(broken.name, 'SSLError');
  assert.match(broken.message, /closed during the TLS handshake$/);
});

test('a server that asks for a client certificate gets it', async (t) => {
  const { url } = await secure(t, 'leaf.pem', { requestCert: true, rejectUnauthorized: true, ca: pem('self.pem') });
  const options = { cacert: file('ca.pem'), cert: file('self.pem'), key: file('key.pem') };
  assert.equal(await getText(network(t, options), url), '{}');
  await assert.rejects(getText(network(t, { cacert: file('ca.pem') }), url), Failure);
});

test('a CA file that is missing or holds nothing is named', async (t) => {
  const { url } = await secure(t, 'leaf.pem');
  const missing = await refusal(t, url, { cacert: file('none.pem') });
  assert.match(missing.message, /^Cannot read the CA bundle .*none\.pem: No such file or directory$/);
  writeFileSync(file('empty.pem'), 'nothing\n');
  assert.match(
    (await refusal(t, url, { cacert: file('empty.pem') })).message,
    /^The CA bundle \S+ contains no PEM certificate$/,
  );
});

class Memory implements TlsMemory {
  readonly tickets = new Map<string, Buffer>();
  get(key: string): Buffer | undefined {
    return this.tickets.get(key);
  }
  set(key: string, ticket: Buffer): void {
    this.tickets.set(key, ticket);
  }
}

for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
  test(`a ticket kept from one run resumes the session in the next (${version})`, async (t) => {
    const { url, resumed } = await secure(t, 'leaf.pem', { minVersion: version, maxVersion: version });
    const tls = new Memory();
    for (let run = 0; run < 3; run += 1) {
      const send = network(t, { cacert: file('ca.pem'), tls });
      assert.equal(await getText(send, url), '{}');
      await send.close();
    }
    assert.deepEqual(resumed, [false, true, true]);
    assert.equal(tls.tickets.size, 1);
  });
}

test('a ticket that is garbage, or of a server that has forgotten it, costs a full handshake and no more', async (t) => {
  const tls = new Memory();
  const first = await secure(t, 'leaf.pem');
  await getText(network(t, { cacert: file('ca.pem'), tls }), first.url);
  const [[key, ticket] = ['', Buffer.alloc(0)]] = tls.tickets;
  const second = await secure(t, 'leaf.pem');
  const moved = key.replace(new URL(first.url).port, new URL(second.url).port);
  for (const bad of [ticket, Buffer.from('garbage')]) {
    tls.tickets.set(moved, bad);
    assert.equal(await getText(network(t, { cacert: file('ca.pem'), tls }), second.url), '{}');
  }
  assert.deepEqual(second.resumed, [false, false]);
});

test('a remembered session opens nothing to a server with a bad certificate', async (t) => {
  const tls = new Memory();
  const good = await secure(t, 'leaf.pem');
  await getText(network(t, { cacert: file('ca.pem'), tls }), good.url);
  const [[key, ticket] = ['', Buffer.alloc(0)]] = tls.tickets;
  const bad = await secure(t, 'self.pem');
  tls.tickets.set(key.replace(new URL(good.url).port, new URL(bad.url).port), ticket);
  assert.match((await refusal(t, bad.url, { cacert: file('ca.pem'), tls })).message, /self-signed$/);
  assert.deepEqual(bad.resumed, []);
});

test('an insecure connection neither leaves a ticket nor uses one', async (t) => {
  const tls = new Memory();
  const { url } = await secure(t, 'self.pem');
  assert.equal(await getText(network(t, { insecure: true, tls }), url), '{}');
  assert.equal(tls.tickets.size, 0);
});

test('a ticket is good for the same CA file only', async (t) => {
  const tls = new Memory();
  const { url, resumed } = await secure(t, 'leaf.pem');
  await getText(network(t, { cacert: file('ca.pem'), tls }), url);
  assert.match((await refusal(t, url, { cacert: file('self.pem'), tls })).message, /verify failed/);
  assert.deepEqual(resumed, [false]);
});

test('who looks at a certificate without using it is told the same reasons', async (t) => {
  const cases: readonly [string, string | undefined, RegExp | undefined][] = [
    ['leaf.pem', file('ca.pem'), undefined],
    ['leaf.pem', undefined, /^the CA that signed it is not known here$/],
    ['self.pem', undefined, /^the certificate is self-signed$/],
    ['expired.pem', file('ca.pem'), /^it has expired on Jan {2}1 00:00:00 2015 GMT$/],
    ['other.pem', file('other.pem'), /^it is not for '127\.0\.0\.1', but for cloud\.example\.com, \*\.cloud/],
  ];
  for (const [cert, cacert, distrust] of cases) {
    const { url } = await secure(t, cert);
    const trust = { insecure: false, ...(cacert === undefined ? {} : { cacert }) };
    const seen = await realProbe({}).handshake('127.0.0.1', Number(new URL(url).port), trust, 10_000);
    assert.equal(seen.protocol, 'TLSv1.3');
    if (distrust === undefined) assert.equal(seen.distrust, undefined);
    else assert.match(seen.distrust ?? '', distrust);
  }
});
