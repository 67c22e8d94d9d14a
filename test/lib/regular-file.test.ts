import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readFile, readRegularFile } from '../../src/lib/regular-file.js';
import { decryptPassword } from '../../src/services/compute/passwords.js';
import type { ProcessInfo } from '../../src/storage/holder.js';
import { takeLock } from '../../src/storage/lock.js';
import { recordingDirectory } from '../../src/storage/recording-directory.js';

const directory = mkdtempSync(join(tmpdir(), 'stackline-regular-'));
after(() => rmSync(directory, { recursive: true }));
const at = (name: string): string => join(directory, name);

// Each of these would wait for ever where a pipe is opened as a file is.
test('a pipe without a writer, a device and a directory are no files', { timeout: 60_000 }, () => {
  execFileSync('mkfifo', [at('pipe')]);
  mkdirSync(at('directory'));
  for (const path of [at('pipe'), '/dev/tty', '/dev/zero', at('directory')]) {
    for (const read of [readRegularFile, (one: string) => readFile(one, 1000)])
      assert.throws(() => read(path), /is no file|ENXIO|EISDIR|Is a directory|ENOENT/, path);
  }
  writeFileSync(at('file'), 'text');
  assert.equal(readRegularFile(at('file')), 'text');
  assert.equal(readFile(at('file'), 4).bytes.toString(), 'text');
  assert.throws(() => readFile(at('file'), 3), /larger than 3 bytes/);
});

test('a lock is taken where a pipe lies in its place', { timeout: 60_000 }, async () => {
  execFileSync('mkfifo', [at('lock')]);
  const info: ProcessInfo = { pid: process.pid, now: Date.now, isAlive: () => true, pause: async () => undefined };
  const lock = await takeLock(at('lock'), info);
  assert.ok('release' in lock);
  lock.release();
});

test('a recording in which a pipe lies is refused', { timeout: 60_000 }, () => {
  execFileSync('mkfifo', [at('0001.json')]);
  assert.throws(() => recordingDirectory(directory).read('0001.json'), /0001\.json/);
});

test('a private key is not waited for', { timeout: 60_000 }, async () => {
  execFileSync('mkfifo', [at('key')]);
  await assert.rejects(decryptPassword('AAAA', at('key')), /cannot be decrypted with .*key: It is no file/);
});
