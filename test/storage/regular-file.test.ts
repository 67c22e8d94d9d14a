import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { ProcessInfo } from '../../src/storage/holder.js';
import { takeLock } from '../../src/storage/lock.js';
import { recordingDirectory } from '../../src/storage/recording-directory.js';
import { readRegularFile } from '../../src/storage/regular-file.js';

const directory = mkdtempSync(join(tmpdir(), 'stackline-regular-'));
after(() => rmSync(directory, { recursive: true }));
const at = (name: string): string => join(directory, name);

// Each of these would wait for ever where a pipe is opened as a file is.
test('a pipe without a writer, a device and a directory are no files', { timeout: 60_000 }, () => {
  execFileSync('mkfifo', [at('pipe')]);
  mkdirSync(at('directory'));
  for (const path of [at('pipe'), '/dev/tty', '/dev/zero', at('directory')]) {
    assert.throws(() => readRegularFile(path), /is no file|ENXIO|EISDIR|ENOENT/, path);
  }
  writeFileSync(at('file'), 'text');
  assert.equal(readRegularFile(at('file')), 'text');
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
