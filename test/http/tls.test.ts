import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:https';
import { createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import type { TLSSocket } from 'node:tls';
import { Failure } from '../../src/core/errors.js';
import { realProbe } from '../../src/host/probe.js';
import type { TlsMemory, TransportOptions } from '../../src/http/http-transport.js';
import { describeTrust, SYSTEM_CAS, type SystemCas, trustSources } from '../../src/http/trust.js';
import { byteStreams, get, getText, listen, network } from './servers.js';

let directory = '';
const file = (name: string): string => join(directory, name);
const pem = (name: string): string => readFileSync(file(name), 'utf8');
const openssl = (...words: string[]): void => void execFileSync('openssl', words, { stdio: 'pipe' });

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

interface Secure {
  readonly url: string;
  /** For each request: was its TLS session a resumed one? */
  readonly resumed: boolean[];
}

async function secure(t: TestContext, cert: string, options: object = {}): Promise<Secure> {
  const resumed: boolean[] = [];
  const server = createServer({ key: pem('key.pem'), cert: pem(cert), ...options }, (request, response) => {
    resumed.push((request.socket as TLSSocket).isSessionReused());
    response.end('{}');
  });
  server.on('tlsClientError', () => {});
  return { url: `https://${await listen(t, server)}/v3`, resumed };
}

async function refusal(t: TestContext, url: string, options: TransportOptions = {}): Promise<Failure> {
  try {
    await get(network(t, options), url);
  } catch (error) {
    assert.ok(error instanceof Failure, String(error));
    return error;
  }
  assert.fail('the certificate was accepted');
}

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

/** A system whose bundle is that file; the directories are as on no system. */
const systemOf = (...files: string[]): SystemCas => ({ files, directories: [file('no-such-directory')] });
const EMPTY = systemOf();

/** The trusted places, as people are told them. */
const told = (env: Record<string, string>, systemCas: SystemCas, cacert?: string): string =>
  describeTrust(trustSources({ env, systemCas, cacert }));

test('a CA that is in the bundle of the system, or in that of a variable, is trusted without a word', async (t) => {
  const { url } = await secure(t, 'leaf.pem');
  const trusting: TransportOptions[] = [
    { systemCas: systemOf(file('no-such-file'), file('ca.pem')) },
    { systemCas: systemOf(file('ca.pem')), env: { SSL_CERT_FILE: file('self.pem') } },
    { systemCas: systemOf(file('ca.pem')), env: { SSL_CERT_FILE: file('no-such-file') } },
    { systemCas: EMPTY, env: { SSL_CERT_FILE: file('ca.pem') } },
    { systemCas: EMPTY, env: { REQUESTS_CA_BUNDLE: file('ca.pem') } },
    { systemCas: EMPTY, env: { CURL_CA_BUNDLE: file('ca.pem'), SSL_CERT_FILE: file('self.pem') } },
    { systemCas: EMPTY, env: { REQUESTS_CA_BUNDLE: '', SSL_CERT_FILE: file('ca.pem') } },
    { systemCas: systemOf(file('self.pem')), env: { NODE_EXTRA_CA_CERTS: file('ca.pem') } },
    { systemCas: systemOf(file('self.pem')), env: { SSL_CERT_FILE: file('self.pem') }, cacert: file('ca.pem') },
  ];
  for (const options of trusting) {
    assert.equal(await getText(network(t, options), url), '{}', JSON.stringify(options));
    assert.equal((await get(byteStreams(t, options), url)).status, 200, JSON.stringify(options));
  }
});

test('what somebody names beats the system, and the more explicit variable the other ones', async (t) => {
  const { url, resumed } = await secure(t, 'leaf.pem');
  const distrusting: TransportOptions[] = [
    { systemCas: systemOf(file('ca.pem')), env: { REQUESTS_CA_BUNDLE: file('self.pem') } },
    { systemCas: systemOf(file('ca.pem')), env: { CURL_CA_BUNDLE: file('self.pem') } },
    { systemCas: EMPTY, env: { REQUESTS_CA_BUNDLE: file('self.pem'), CURL_CA_BUNDLE: file('ca.pem') } },
    { systemCas: systemOf(file('ca.pem')), cacert: file('self.pem') },
    { systemCas: systemOf(file('self.pem')) },
    { systemCas: EMPTY },
  ];
  for (const options of distrusting) {
    assert.match((await refusal(t, url, options)).message, /certificate verify failed/, JSON.stringify(options));
  }
  assert.deepEqual(resumed, []);
});

test('a bundle that a variable names has to be there, as for requests and curl', async (t) => {
  const { url } = await secure(t, 'leaf.pem');
  writeFileSync(file('empty.pem'), 'nothing\n');
  const system = { systemCas: systemOf(file('ca.pem')) };
  for (const [options, message] of [
    [{ cacert: file('none') }, /^Cannot read the CA bundle .*none: No such file or directory$/],
    [{ ...system, env: { REQUESTS_CA_BUNDLE: file('none') } }, /^Cannot read the CA bundle .*none: No such file/],
    [
      { ...system, env: { CURL_CA_BUNDLE: file('empty.pem') } },
      /^The CA bundle .*empty\.pem contains no PEM certificate$/,
    ],
    [{ cacert: file('key.pem') }, /contains no PEM certificate$/],
    [{ cacert: '/dev/zero' }, /^Cannot read the CA bundle \/dev\/zero: It is no file$/],
  ] as const) {
    const error = await refusal(t, url, options);
    assert.match(error.message, message);
    assert.match(error.hint ?? '', /^(OS_CACERT \(--os-cacert\)|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE) names/);
  }
});

test('a pipe without a writer is never waited for', { timeout: 60_000 }, async (t) => {
  const { url } = await secure(t, 'leaf.pem');
  execFileSync('mkfifo', [file('pipe')]);
  for (const options of [{ cacert: file('pipe') }, { cacert: file('ca.pem'), cert: file('pipe') }])
    assert.match((await refusal(t, url, options)).message, /pipe: It is no file$/);
  const env = { SSL_CERT_FILE: file('pipe') };
  assert.equal(await getText(network(t, { systemCas: systemOf(file('ca.pem')), env }), url), '{}');
});

test('a directory of hashed certificates is a bundle; without the names it is an error that says how to make them', async (t) => {
  const { url } = await secure(t, 'leaf.pem');
  const directory = (name: string): string => {
    mkdirSync(file(name));
    for (const one of ['ca.pem', 'self.pem']) writeFileSync(join(file(name), one), pem(one));
    return file(name);
  };
  const plain = directory('plain');
  const error = await refusal(t, url, { cacert: plain });
  assert.equal(error.message, `The CA directory ${plain} contains no hashed certificates`);
  assert.equal(error.hint, `'openssl rehash ${plain}' gives certificates the names by which they are found.`);
  const hashed = directory('hashed');
  openssl('rehash', hashed);
  const other = directory('other');
  rmSync(join(other, 'ca.pem'));
  openssl('rehash', other);
  for (const options of [
    { cacert: hashed },
    { systemCas: EMPTY, env: { REQUESTS_CA_BUNDLE: hashed } },
    { systemCas: EMPTY, env: { SSL_CERT_DIR: `${other}:${hashed}` } },
    { systemCas: systemOf(file('ca.pem')), env: { SSL_CERT_DIR: other } },
    { systemCas: { files: [], directories: [plain, hashed] } },
  ] as TransportOptions[])
    assert.equal(await getText(network(t, options), url), '{}', JSON.stringify(options));
  const both = { SSL_CERT_DIR: other, SSL_CERT_FILE: file('self.pem') };
  assert.match((await refusal(t, url, { systemCas: systemOf(file('ca.pem')), env: both })).message, /verify failed/);
});

test('a mark at its beginning, ends of lines of any system and text around the blocks do no harm to PEM', async (t) => {
  const { url } = await secure(t, 'leaf.pem', { requestCert: true, rejectUnauthorized: true, ca: pem('self.pem') });
  const around = (text: string): string => `Bag Attributes\n  localKeyID: 00\n# a comment\n${text}\ntext behind`;
  const broken = '-----BEGIN CERTIFICATE-----\nMIIBroken\n';
  const spoiled: Record<string, (text: string) => Buffer> = {
    crlf: (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
    cr: (text) => Buffer.from(text.replaceAll('\n', '\r')),
    bom: (text) => Buffer.from(`\uFEFF${text}`),
    utf16: (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
    utf16be: (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
    around: (text) => Buffer.from(around(text)),
    indented: (text) => Buffer.from(text.replaceAll(/^/gm, '    ')),
    joined: (text) => Buffer.from(`${around(text)}\n\uFEFF${text}`),
    'behind a bad one': (text) => Buffer.from(`${broken}-----END CERTIFICATE-----\n${text}`),
    'behind a broken one': (text) => Buffer.from(`${broken}${text}`),
  };
  for (const [name, spoil] of Object.entries(spoiled)) {
    const write = (what: string): string => {
      writeFileSync(file(`spoiled-${what}`), spoil(pem(what)));
      return file(`spoiled-${what}`);
    };
    const own = { cert: file('self.pem'), key: write('key.pem') };
    const cert = name.startsWith('behind a bad') || name === 'joined' ? own.cert : write('self.pem');
    const options = { cacert: write('ca.pem'), ...own, cert };
    assert.equal(await getText(network(t, options), url), '{}', name);
  }
  writeFileSync(file('both.pem'), around(pem('key.pem') + pem('self.pem')));
  assert.equal(await getText(network(t, { cacert: file('ca.pem'), cert: file('both.pem') }), url), '{}');
});

test('a client certificate that cannot be used is an error that says why', async (t) => {
  const { url } = await secure(t, 'leaf.pem');
  openssl('pkey', '-in', file('key.pem'), '-aes128', '-passout', 'pass:secret', '-out', file('locked.pem'));
  openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', file('strange.pem'));
  const own = { cacert: file('ca.pem'), cert: file('self.pem') };
  for (const [key, why] of [
    ['locked.pem', 'the key is locked by a passphrase'],
    ['strange.pem', 'the key is not that of the certificate'],
  ] as const) {
    const error = await refusal(t, url, { ...own, key: file(key) });
    assert.equal(error.message, `Cannot use the client certificate ${own.cert} with the key ${file(key)}: ${why}`);
    assert.equal(error.name, 'SSLError');
  }
});

test('the trust that a connection was made by is part of the name of its ticket', async (t) => {
  const { url, resumed } = await secure(t, 'leaf.pem');
  const keys = new Set<string>();
  const tls: TlsMemory = { get: (key) => void keys.add(key), set: () => undefined };
  writeFileSync(file('changing.pem'), pem('ca.pem'));
  const ways: TransportOptions[] = [
    { cacert: file('ca.pem') },
    { systemCas: systemOf(file('ca.pem'), file('self.pem')) },
    { systemCas: systemOf(file('changing.pem')) },
    { systemCas: systemOf(file('ca.pem')), env: { SSL_CERT_FILE: file('self.pem') } },
    { systemCas: systemOf(file('ca.pem')), env: { NODE_EXTRA_CA_CERTS: file('self.pem') } },
    { cacert: file('ca.pem'), cert: file('self.pem'), key: file('key.pem') },
    { cacert: file('ca.pem'), cert: file('self.pem'), key: file('spoiled-key.pem') },
  ];
  const ask = async (options: TransportOptions): Promise<void> => {
    const send = network(t, { ...options, tls });
    assert.equal(await getText(send, url), '{}', JSON.stringify(options));
  };
  for (const options of ways) await ask(options);
  // The first two trust the same file, whoever named it.
  assert.equal(keys.size, ways.length - 1);
  writeFileSync(file('changing.pem'), pem('ca.pem'));
  utimesSync(file('changing.pem'), new Date(), new Date(Date.now() + 10_000));
  await ask({ systemCas: systemOf(file('changing.pem')) });
  assert.equal(keys.size, ways.length);
  assert.deepEqual(new Set(resumed), new Set([false]));
});

test('certificates are parsed once for all connections of a run, and not at all for those that are resumed', async (t) => {
  const one = await secure(t, 'leaf.pem');
  const other = await secure(t, 'leaf.pem');
  const options = { cacert: file('changing.pem') };
  writeFileSync(options.cacert, pem('ca.pem'));
  const kept = new Map<string, Buffer>();
  const tls: TlsMemory = { get: (key) => kept.get(key), set: (key, ticket) => void kept.set(key, ticket) };
  const send = network(t, { ...options, tls });
  assert.equal(await getText(send, one.url), '{}');
  // Of the same size and time, so that nobody sees the change: whoever parses it again trusts another CA.
  const time = new Date(1e12);
  utimesSync(options.cacert, time, time);
  const again = network(t, { ...options, tls });
  assert.equal(await getText(again, one.url), '{}');
  writeFileSync(options.cacert, pem('ca.pem').replace(/[A-Za-z]/g, 'A'));
  utimesSync(options.cacert, time, time);
  assert.equal(await getText(again, other.url), '{}', 'the same pool');
  assert.equal(await getText(network(t, { ...options, tls }), one.url), '{}', 'a ticket');
  assert.equal(one.resumed.at(-1), true);
  assert.match((await refusal(t, other.url, options)).message, /contains no PEM certificate/);
});

test('people are told which bundle was used, and who named it', async () => {
  const system = systemOf(file('ca.pem'));
  const own = `${file('ca.pem')} (the system's)`;
  assert.equal(told({}, system), own);
  assert.equal(told({}, EMPTY), "Node's own list: this system has none");
  assert.equal(told({ SSL_CERT_FILE: file('self.pem') }, system), `${file('self.pem')} (SSL_CERT_FILE), ${own}`);
  assert.equal(told({ SSL_CERT_FILE: file('ca.pem') }, system), `${file('ca.pem')} (SSL_CERT_FILE)`);
  assert.equal(told({ REQUESTS_CA_BUNDLE: '/a', CURL_CA_BUNDLE: '/b' }, system), '/a (REQUESTS_CA_BUNDLE)');
  assert.equal(told({ CURL_CA_BUNDLE: '/b', SSL_CERT_FILE: '/c' }, system), '/b (CURL_CA_BUNDLE)');
  assert.equal(told({ REQUESTS_CA_BUNDLE: '/a' }, system, '/ca'), '/ca (OS_CACERT)');
  assert.equal(new Set(SYSTEM_CAS.files).size, SYSTEM_CAS.files.length);
  const probe = realProbe({ SSL_CERT_FILE: file('ca.pem'), SSL_CERT_DIR: file('hashed') });
  assert.equal(await probe.trusted(undefined), `${file('ca.pem')} (SSL_CERT_FILE), ${file('hashed')} (SSL_CERT_DIR)`);
  await assert.rejects(probe.trusted(file('none')), /^SSLError: Cannot read the CA bundle/);
});
