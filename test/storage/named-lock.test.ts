import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { type NamedLock, type NamedLockDeps, takeNamedLock } from '../../src/storage/named-lock.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

function around(t: TestContext, more: Partial<NamedLockDeps> = {}) {
  const home = temporaryDirectory(t);
  const directory = join(home, '.cache', 'stackline');
  const env = { HOME: home };
  const here: NamedLockDeps = {
    env,
    pid: process.pid,
    uid: process.geteuid?.(),
    isAlive: () => true,
    now: Date.now,
    ...more,
  };
  return { home, directory, here };
}

function ours(lock: NamedLock): () => void {
  assert.ok('release' in lock);
  return lock.release;
}

const holderOf = (lock: NamedLock) => ('holder' in lock ? lock.holder.pid : undefined);

describe('a lock of a name', () => {
  it('is held by one, under its name, until it is given back', async (t) => {
    const { here, directory } = around(t);
    const release = ours(await takeNamedLock('nightly', here));
    assert.equal(holderOf(await takeNamedLock('nightly', here)), process.pid);
    ours(await takeNamedLock('weekly', here))();
    release();
    assert.deepEqual(readdirSync(directory), []);
    ours(await takeNamedLock('nightly', here))();
  });

  it('is a file of the owner alone, whatever the umask, and does not tell its name', async (t) => {
    const { here, directory } = around(t);
    const umask = process.umask(0);
    t.after(() => process.umask(umask));
    const release = ours(await takeNamedLock('stackline list --os-password hunter22', here));
    const [name = ''] = readdirSync(directory);
    assert.equal(statSync(join(directory, name)).mode & 0o777, 0o600);
    assert.equal(statSync(directory).mode & 0o777, 0o700);
    assert.doesNotMatch(name + readFileSync(join(directory, name), 'utf8'), /hunter22/);
    release();
  });

  it('lies elsewhere where there is no home, and never in a directory of somebody else', async (t) => {
    const { here, home } = around(t);
    const runtime = join(home, 'run');
    mkdirSync(runtime, { mode: 0o700 });
    const without = { ...here, env: { XDG_RUNTIME_DIR: runtime } };
    ours(await takeNamedLock('nightly', without))();
    assert.deepEqual(readdirSync(runtime), ['stackline']);
    const open = join(home, 'open');
    mkdirSync(join(open, 'stackline'), { recursive: true });
    symlinkSync(open, join(home, 'linked'));
    const { chmodSync } = await import('node:fs');
    chmodSync(join(open, 'stackline'), 0o777);
    const doubtful = { ...here, env: { XDG_CACHE_HOME: open, XDG_RUNTIME_DIR: runtime } };
    ours(await takeNamedLock('nightly', doubtful));
    assert.deepEqual(readdirSync(join(open, 'stackline')), []);
    assert.equal(readdirSync(join(runtime, 'stackline')).length, 1);
  });

  it('is one and the same for a run that found the disk full and one that did not', async (t) => {
    const { here, directory, home } = around(t);
    const runtime = join(home, 'run');
    mkdirSync(runtime, { mode: 0o700 });
    const full = { ...here, env: { XDG_RUNTIME_DIR: runtime } };
    const both = { ...here, env: { HOME: home, XDG_RUNTIME_DIR: runtime } };
    const release = ours(await takeNamedLock('nightly', full));
    assert.equal(holderOf(await takeNamedLock('nightly', both)), process.pid);
    assert.deepEqual(readdirSync(directory), []);
    release();
    ours(await takeNamedLock('nightly', both))();
  });

  it('that cannot be had is left to the person: no other directory is tried', async (t) => {
    const { here, directory } = around(t, { pause: async () => undefined });
    ours(await takeNamedLock('nightly', here))();
    ours(await takeNamedLock('nightly', here));
    const [name = ''] = readdirSync(directory);
    rmSync(join(directory, name));
    mkdirSync(join(directory, name));
    await assert.rejects(takeNamedLock('nightly', here), /^CommandError: The lock .* cannot be taken$/);
  });
});
