import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { ProcessInfo } from '../../src/storage/holder.js';
import { heldLock, type Lock, takeLock } from '../../src/storage/lock.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const DEAD = 4_000_000;

/** A directory for locks, and a made-up /proc for the processes that are said to live. */
function system(t: TestContext) {
  const directory = temporaryDirectory(t);
  const proc = join(directory, 'proc');
  const locks = join(directory, 'locks');
  const path = join(locks, 'one.lock');
  mkdirSync(locks);
  mkdirSync(join(proc, 'self/ns'), { recursive: true });
  mkdirSync(join(proc, 'sys/kernel/random'), { recursive: true });
  const boot = (id: string): void => writeFileSync(join(proc, 'sys/kernel/random/boot_id'), `${id}\n`);
  const namespace = (id: string): void => {
    rmSync(join(proc, 'self/ns/pid'), { force: true });
    symlinkSync(`pid:[${id}]`, join(proc, 'self/ns/pid'));
  };
  const runs = (pid: number, start = 100, state = 'S'): void => {
    mkdirSync(join(proc, String(pid)), { recursive: true });
    const fields = [state, ...Array(18).fill('0'), start, '0'];
    writeFileSync(join(proc, `${pid}/stat`), `${pid} (odd ) name (R 1) ${fields.join(' ')}\n`);
  };
  boot('this-boot');
  namespace('1');
  const living = new Set<number>();
  const as = (pid: number, more: Partial<ProcessInfo> = {}): ProcessInfo => {
    living.add(pid);
    runs(pid);
    const isAlive = (one: number): boolean => living.has(one);
    return { pid, isAlive, now: () => 1_000, pause: async () => undefined, proc, ...more };
  };
  const files = (): readonly string[] => readdirSync(locks);
  return { path, proc, boot, namespace, runs, living, as, files };
}

function ours(lock: Lock): () => void {
  assert.ok('release' in lock, 'holder' in lock ? `held by ${lock.holder.pid}, which ${lock.state}` : '');
  return lock.release;
}

const heldBy = (lock: Lock | undefined) =>
  lock !== undefined && 'holder' in lock ? `${lock.holder.pid} ${lock.state}` : 'nobody';

describe('a lock', () => {
  it('is held by one until it is given back', async (t) => {
    const { path, as, files } = system(t);
    const release = ours(await takeLock(path, as(1)));
    assert.equal(heldBy(await takeLock(path, as(2))), '1 lives');
    assert.equal(heldBy(heldLock(path, as(2))), '1 lives');
    release();
    assert.deepEqual(files(), []);
    assert.equal(heldLock(path, as(2)), undefined);
    ours(await takeLock(path, as(2)));
    // Whose it was does not give back that of another, however often it tries.
    release();
    assert.equal(heldBy(await takeLock(path, as(3))), '2 lives');
  });

  it('goes when its process ends', async (t) => {
    const { path, as, files } = system(t);
    const ends: (() => void)[] = [];
    ours(await takeLock(path, as(1, { atExit: (action) => void ends.push(action) })));
    assert.equal(files().length, 1);
    for (const end of ends) end();
    assert.deepEqual(files(), []);
  });

  it('is free when its process has died', async (t) => {
    const { path, as, living, files } = system(t);
    ours(await takeLock(path, as(1)));
    living.delete(1);
    assert.equal(heldLock(path, as(2)), undefined);
    ours(await takeLock(path, as(2)))();
    assert.deepEqual(files(), []);
  });

  it('is free when another process has the number of its own, and when it has ended and its parent does not look', async (t) => {
    const { path, as, runs, files } = system(t);
    ours(await takeLock(path, as(1)));
    for (const change of [() => runs(1, 101), () => runs(1, 100, 'Z'), () => runs(1, 100, 'X')]) {
      change();
      ours(await takeLock(path, as(2)));
      ours(await takeLock(path, as(1), JSON.parse(readFileSync(path, 'utf8')).id));
    }
    assert.deepEqual(files(), ['one.lock']);
  });

  it('is free when the machine has been started again since', async (t) => {
    const { path, as, boot } = system(t);
    ours(await takeLock(path, as(1)));
    boot('another boot');
    ours(await takeLock(path, as(2)));
  });

  it('is free when nobody can read it, but not before whoever writes it had time to', async (t) => {
    const { path, as, files } = system(t);
    for (const content of ['', 'null', '{"pid":"1"}', '{"id":"../x","pid":1,"host":"x","since":1}', '{"pid":-1}']) {
      writeFileSync(path, content);
      ours(await takeLock(path, as(1)))();
      assert.deepEqual(files(), [], content);
    }
    ours(await takeLock(path, as(1)));
    const whole = readFileSync(path);
    writeFileSync(path, '');
    let pauses = 0;
    const pause = async (): Promise<void> => {
      pauses += 1;
      if (pauses === 3) writeFileSync(path, whole);
    };
    assert.equal(heldBy(await takeLock(path, as(2, { pause }))), '1 lives');
  });

  it('of a stopped process is held, and said to be stopped', async (t) => {
    const { path, as, runs } = system(t);
    ours(await takeLock(path, as(1)));
    runs(1, 100, 'T');
    assert.equal(heldBy(await takeLock(path, as(2))), '1 stopped');
  });

  it('of another machine, or of another container, is believed, as nobody here knows', async (t) => {
    const { path, as, living, namespace } = system(t);
    ours(await takeLock(path, as(1)));
    living.delete(1);
    namespace('2');
    assert.equal(heldBy(await takeLock(path, as(2))), '1 elsewhere');
    const holder = JSON.parse(readFileSync(path, 'utf8'));
    assert.equal(holder.host, hostname());
    writeFileSync(path, JSON.stringify({ ...holder, host: 'other', boot: 'another boot' }));
    namespace('1');
    assert.equal(heldBy(await takeLock(path, as(2))), '1 elsewhere');
  });

  it('is told by the number of its process alone where there is no /proc', async (t) => {
    const { path, as, living } = system(t);
    const nowhere = { proc: '/nowhere' };
    ours(await takeLock(path, as(1, nowhere)));
    assert.equal(heldBy(await takeLock(path, as(2, nowhere))), '1 lives');
    living.delete(1);
    ours(await takeLock(path, as(2, nowhere)));
  });

  it('is taken away from a holder that has been waited for long enough, who does not give back that of the next', async (t) => {
    const { path, as } = system(t);
    const release = ours(await takeLock(path, as(1)));
    const held = await takeLock(path, as(2));
    assert.ok('holder' in held);
    ours(await takeLock(path, as(2), held.holder.id));
    release();
    assert.equal(heldBy(await takeLock(path, as(3), held.holder.id)), '2 lives');
  });

  it('that is dead is taken by one of many at once', async (t) => {
    const { path, as, living, files } = system(t);
    for (let round = 0; round < 10; round += 1) {
      ours(await takeLock(path, as(DEAD)));
      living.delete(DEAD);
      const locks = await Promise.all(Array.from({ length: 20 }, (_, at) => takeLock(path, as(at + 1))));
      assert.equal(locks.filter((lock) => 'release' in lock).length, 1);
      assert.deepEqual(files(), ['one.lock']);
      rmSync(path);
    }
  });

  it('is free as well when whoever was about to take it away has died in the middle, before or after', async (t) => {
    const { path, as, living, files } = system(t);
    ours(await takeLock(path, as(DEAD)));
    const { id } = JSON.parse(readFileSync(path, 'utf8'));
    ours(await takeLock(`${path}.${id}`, as(DEAD + 1)));
    assert.equal(heldBy(await takeLock(path, as(1), id).catch(() => undefined)), 'nobody', 'while that one lives');
    living.delete(DEAD);
    living.delete(DEAD + 1);
    ours(await takeLock(path, as(1)))();
    assert.deepEqual(files(), []);
  });

  it('leaves nothing behind in a directory that is gone, and says so', async (t) => {
    const { path, as } = system(t);
    rmSync(join(path, '..'), { recursive: true });
    await assert.rejects(takeLock(path, as(1)), { code: 'ENOENT' });
  });
});
