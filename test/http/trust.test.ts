import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { realProbe } from '../../src/host/probe.js';
import type { TlsMemory } from '../../src/http/connection-settings.js';
import type { TransportOptions } from '../../src/http/http-transport.js';
import { describeTrust, SYSTEM_CAS, type SystemCas, trustSources } from '../../src/http/trust.js';
import { file, openssl, pem, refusal, secure } from './certificates.js';
import { byteStreams, get, getText, network } from './servers.js';

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
