import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { type Lock, type LockDeps, takeLock } from '../../src/storage/lock.js';

function around(t: TestContext, more: Partial<LockDeps> = {}) {
  const home = mkdtempSync(join(tmpdir(), 'lock-'));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  const directory = join(home, '.cache', 'stackline');
  const env = { HOME: home };
  const here: LockDeps = {
    env,
    pid: process.pid,
    uid: process.geteuid?.(),
    isAlive: () => true,
    now: Date.now,
    ...more,
  };
  return { home, directory, here };
}

function ours(lock: Lock): () => void {
  assert.ok('release' in lock);
  return lock.release;
}

const holderOf = (lock: Lock) => ('holder' in lock ? lock.holder.pid : undefined);

describe('a lock', () => {
  it('is held by one, under its name, until it is given back', async (t) => {
    const { here, directory } = around(t);
    const release = ours(await takeLock('nightly', here));
    assert.equal(holderOf(await takeLock('nightly', here)), process.pid);
    ours(await takeLock('weekly', here))();
    release();
    assert.deepEqual(readdirSync(directory), []);
    ours(await takeLock('nightly', here))();
  });

  it('is a file of the owner alone, whatever the umask, and does not tell its name', async (t) => {
    const { here, directory } = around(t);
    const umask = process.umask(0);
    t.after(() => process.umask(umask));
    const release = ours(await takeLock('stackline list --os-password hunter22', here));
    const [name = ''] = readdirSync(directory);
    assert.equal(statSync(join(directory, name)).mode & 0o777, 0o600);
    assert.equal(statSync(directory).mode & 0o777, 0o700);
    assert.doesNotMatch(name + readFileSync(join(directory, name), 'utf8'), /hunter22/);
    release();
  });

  it('is free when its process has died, when another has its number, and when nobody can read it', async (t) => {
    const { here, directory } = around(t, { isAlive: (pid) => pid !== 4_000_000 });
    ours(await takeLock('nightly', here));
    const [name = ''] = readdirSync(directory);
    const path = join(directory, name);
    const dead = { pid: 4_000_000, host: hostname(), since: 1, start: '' };
    for (const content of [
      JSON.stringify(dead),
      JSON.stringify({ ...dead, pid: process.pid, start: 'another boot 12' }),
      '',
      'null',
      '{"pid":"1"}',
      '{"pid":-1,"host":"x","since":1,"start":""}',
    ]) {
      writeFileSync(path, content);
      ours(await takeLock('nightly', here))();
      assert.deepEqual(readdirSync(directory), [], content);
    }
  });

  it('of another machine that shares the directory is believed', async (t) => {
    const { here, directory } = around(t, { isAlive: () => false });
    ours(await takeLock('nightly', here));
    const [name = ''] = readdirSync(directory);
    writeFileSync(join(directory, name), JSON.stringify({ pid: 12, host: 'other', since: 1, start: '' }));
    assert.equal(holderOf(await takeLock('nightly', here)), 12);
  });

  it('is not given back by whom it was taken from', async (t) => {
    const { here, directory } = around(t);
    const release = ours(await takeLock('nightly', here));
    const [name = ''] = readdirSync(directory);
    writeFileSync(join(directory, name), JSON.stringify({ pid: 12, host: 'other', since: 1, start: '' }));
    release();
    assert.deepEqual(readdirSync(directory), [name]);
  });

  it('that is dead is taken by one of many at once', async (t) => {
    const { here, directory } = around(t, { isAlive: (pid) => pid !== 4_000_000 });
    ours(await takeLock('nightly', here));
    const [name = ''] = readdirSync(directory);
    for (let round = 0; round < 10; round += 1) {
      writeFileSync(join(directory, name), JSON.stringify({ pid: 4_000_000, host: hostname(), since: 1, start: '' }));
      const locks = await Promise.all(Array.from({ length: 20 }, () => takeLock('nightly', here)));
      assert.equal(locks.filter((lock) => 'release' in lock).length, 1);
    }
  });

  it('does not wait for whoever died while taking a dead one away', async (t) => {
    const { here, directory } = around(t, { now: () => Date.now() + 60_000, isAlive: () => false });
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    ours(await takeLock('nightly', here));
    const [name = ''] = readdirSync(directory);
    writeFileSync(join(directory, `${name}.taking`), '');
    ours(await takeLock('nightly', here))();
    assert.deepEqual(readdirSync(directory), []);
  });

  it('lies elsewhere where there is no home, and never in a directory of somebody else', async (t) => {
    const { here, home } = around(t);
    const runtime = join(home, 'run');
    mkdirSync(runtime, { mode: 0o700 });
    const without = { ...here, env: { XDG_RUNTIME_DIR: runtime } };
    ours(await takeLock('nightly', without))();
    assert.deepEqual(readdirSync(runtime), ['stackline']);
    const open = join(home, 'open');
    mkdirSync(join(open, 'stackline'), { recursive: true });
    symlinkSync(open, join(home, 'linked'));
    const { chmodSync } = await import('node:fs');
    chmodSync(join(open, 'stackline'), 0o777);
    const doubtful = { ...here, env: { XDG_CACHE_HOME: open, XDG_RUNTIME_DIR: runtime } };
    ours(await takeLock('nightly', doubtful));
    assert.deepEqual(readdirSync(join(open, 'stackline')), []);
    assert.equal(readdirSync(join(runtime, 'stackline')).length, 1);
  });
});
