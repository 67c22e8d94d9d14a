import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { tlsTickets } from '../../src/storage/tls-tickets.js';
import { tokenFiles } from '../../src/storage/token-files.js';
import { ownDirectory } from '../support/own-directory.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const uid = process.geteuid?.();
const ticket = Buffer.from('a ticket of TLS');
const SECOND = 1000;

/** A directory in which a login is kept, so that there is a secret. */
async function directoryWithLogin(t: TestContext): Promise<string> {
  const directory = temporaryDirectory(t);
  await tokenFiles(ownDirectory(directory), uid).save('login', () => ({ login: true }));
  return directory;
}

const ticketFile = (directory: string): string => {
  const files = readdirSync(directory).filter((name) => name.endsWith('.json'));
  const found = files
    .map((name) => join(directory, name))
    .find((path) => readFileSync(path, 'utf8').includes('ticket'));
  assert.ok(found !== undefined, 'a file with a ticket');
  return found;
};

test('a ticket comes back for the same key and the same trust only, in a file of our own', async (t) => {
  const directory = await directoryWithLogin(t);
  tlsTickets(ownDirectory(directory), uid, () => 0, ['x']).set('host', ticket);
  assert.deepEqual(tlsTickets(ownDirectory(directory), uid, () => SECOND, ['x']).get('host'), ticket);
  assert.equal(tlsTickets(ownDirectory(directory), uid, () => SECOND, ['x']).get('other host'), undefined);
  assert.equal(tlsTickets(ownDirectory(directory), uid, () => SECOND, ['y']).get('host'), undefined);
  assert.equal(statSync(ticketFile(directory)).mode & 0o777, 0o600);
});

test('a ticket may come before the first login is kept', async (t) => {
  const empty = temporaryDirectory(t);
  tlsTickets(ownDirectory(empty), uid, () => 0, []).set('host', ticket);
  await tokenFiles(ownDirectory(empty), uid).save('login', () => ({ login: true }));
  assert.deepEqual(tlsTickets(ownDirectory(empty), uid, () => 0, []).get('host'), ticket);
});

test('logout takes the tickets along', async (t) => {
  const directory = await directoryWithLogin(t);
  tlsTickets(ownDirectory(directory), uid, () => 0, []).set('host', ticket);
  tokenFiles(ownDirectory(directory), uid).takeAll();
  assert.equal(tlsTickets(ownDirectory(directory), uid, () => 0, []).get('host'), undefined);
});

test('a ticket is used for two hours, and not from the future', async (t) => {
  const directory = await directoryWithLogin(t);
  tlsTickets(ownDirectory(directory), uid, () => 1000 * SECOND, []).set('host', ticket);
  const at = (seconds: number) => tlsTickets(ownDirectory(directory), uid, () => seconds * SECOND, []).get('host');
  assert.deepEqual(at(1000 + 7200), ticket);
  assert.equal(at(1000 + 7201), undefined);
  assert.equal(at(999), undefined);
});

test('a ticket of this minute is not written again, an older one is', async (t) => {
  const directory = await directoryWithLogin(t);
  const later = Buffer.from('a later ticket');
  const at = (seconds: number) => tlsTickets(ownDirectory(directory), uid, () => seconds * SECOND, []);
  at(0).set('host', ticket);
  const soon = at(59);
  assert.deepEqual(soon.get('host'), ticket);
  soon.set('host', later);
  assert.deepEqual(at(60).get('host'), ticket);
  const next = at(61);
  next.get('host');
  next.set('host', later);
  assert.deepEqual(at(62).get('host'), later);
});

test('a file that is damaged, too open or something else counts as no ticket', async (t) => {
  const directory = await directoryWithLogin(t);
  const at = () => tlsTickets(ownDirectory(directory), uid, () => 0, []);
  at().set('host', ticket);
  const path = ticketFile(directory);
  const text = readFileSync(path, 'utf8');
  for (const damaged of ['', '[]', 'null', text.slice(0, -2), '{"tls":1,"time":"0","ticket":"x"}', '{"tls":2}']) {
    writeFileSync(path, damaged);
    assert.equal(at().get('host'), undefined, damaged);
  }
  writeFileSync(path, text);
  assert.deepEqual(at().get('host'), ticket);
  chmodSync(path, 0o640);
  assert.equal(at().get('host'), undefined);
});
