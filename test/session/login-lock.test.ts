import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import nova from '../../src/classic/nova.js';
import { resolveSettings } from '../../src/config/settings.js';
import { secretRegistry } from '../../src/core/secrets.js';
import type { Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { type AccessProvider, accessProvider } from '../../src/session/access-provider.js';
import type { LoginOptions } from '../../src/session/identity.js';
import { tokenCache } from '../../src/session/token-cache.js';
import type { ProcessInfo } from '../../src/storage/holder.js';
import { tokenFiles } from '../../src/storage/token-files.js';
import { fakeClock } from '../support/fake-clock.js';
import { loginEnv } from '../support/sessions.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const SECOND = 1000;

/** Processes that share a home and a cloud whose keystone takes its time, on a clock of their own. */
function machine(t: TestContext, { password = 'admin-password', latency = 13 * SECOND } = {}) {
  const home = temporaryDirectory(t);
  const directory = join(home, '.cache', 'stackline');
  const clock = fakeClock();
  const cloud = simulate();
  const living = new Set<number>();
  const dead = new Set<number>();
  const seen = { logins: [] as number[] };
  const settings = resolveSettings({}, loginEnv('admin', 'v3', { OS_PASSWORD: password }), nova.env);
  const never = new Promise<never>(() => undefined);

  /** A process of this number. */
  const start = (
    pid: number,
    more: Partial<ProcessInfo> & Partial<Omit<LoginOptions, 'secrets'>> = {},
  ): AccessProvider => {
    living.add(pid);
    const transport: Transport = async (request) => {
      if (request.method === 'POST') {
        seen.logins.push(pid);
        await clock.pause(latency);
      }
      return dead.has(pid) ? never : cloud(request);
    };
    const info = { pid, isAlive: (one: number) => living.has(one), proc: '/nowhere', ...clock, ...more };
    const store = tokenFiles({ path: directory, within: home }, process.geteuid?.(), info);
    const { now, pause } = clock;
    const secrets = secretRegistry();
    const options = { transport, secrets, settings, userAgent: 'test', now, pause, note: () => undefined, ...more };
    return accessProvider(options, tokenCache(store, settings));
  };
  const kill = (pid: number): void => {
    living.delete(pid);
    dead.add(pid);
  };
  const locks = (): readonly string[] => readdirSync(directory).filter((name) => name.includes('.lock'));
  return { directory, clock, seen, start, kill, locks };
}

const some = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

describe('many cold processes', () => {
  it('make one login, however long it takes, as long as the one that makes it lives', async (t) => {
    const { clock, seen, start, locks } = machine(t);
    const all = some(20).map((pid) => start(pid).current());
    const tokens = (await clock.until(Promise.all(all))).map(({ token }) => token);
    assert.equal(seen.logins.length, 1);
    assert.equal(new Set(tokens).size, 1);
    assert.deepEqual(locks(), []);
  });

  it('make a second one when it has died, and no third', async (t) => {
    const { clock, seen, start, kill, locks } = machine(t);
    void start(1).current();
    await clock.until(clock.pause(SECOND));
    assert.deepEqual(seen.logins, [1]);
    const others = some(20).map((pid) => start(pid + 1).current());
    await clock.until(clock.pause(5 * SECOND));
    assert.deepEqual(seen.logins, [1]);
    kill(1);
    const tokens = (await clock.until(Promise.all(others))).map(({ token }) => token);
    assert.equal(seen.logins.length, 2);
    assert.equal(new Set(tokens).size, 1);
    assert.deepEqual(locks(), []);
  });

  it('do not wait for each other’s errors, one after the other', async (t) => {
    const { clock, seen, start, locks } = machine(t, { password: 'wrong' });
    const all = some(20).map((pid) => assert.rejects(start(pid).current(), /HTTP 401/));
    await clock.until(Promise.all(all));
    assert.equal(seen.logins.length, 20);
    // The first, one more who has waited for it, and then all others at once.
    assert.ok(clock.now() < 3 * 13 * SECOND + 3 * SECOND, `${clock.now()} ms`);
    assert.deepEqual(locks(), []);
  });
});

describe('a process that needs a login', () => {
  it('takes the lock of a dead one at once', async (t) => {
    const { clock, seen, start, kill, locks } = machine(t, { latency: 0 });
    void start(1, { transport: () => new Promise(() => undefined) }).current();
    await clock.until(clock.pause(SECOND));
    assert.equal(locks().length, 1);
    kill(1);
    const before = clock.now();
    await clock.until(start(2).current());
    assert.deepEqual(seen.logins, [2]);
    // Time to see for itself that nobody has the lock any more, but no wait for a login.
    assert.ok(clock.now() - before < 50, `${clock.now() - before} ms`);
    assert.deepEqual(locks(), []);
  });

  it('does not wait for one that is stopped', async (t) => {
    const { clock, seen, start, locks, directory } = machine(t, { latency: 0 });
    const proc = join(directory, '..', 'proc');
    mkdirSync(join(proc, '1'), { recursive: true });
    const stat = (state: string): void =>
      writeFileSync(join(proc, '1', 'stat'), `1 (node) ${state} ${'0 '.repeat(18)}100 0\n`);
    stat('S');
    void start(1, { proc, transport: () => new Promise(() => undefined) }).current();
    await clock.until(clock.pause(SECOND));
    stat('T');
    await clock.until(start(2, { proc }).current());
    assert.deepEqual(seen.logins, [2]);
    assert.deepEqual(locks(), []);
  });

  it('waits half a minute for one of which nobody here knows whether it lives, and the next one not at all', async (t) => {
    const { clock, seen, start, locks, directory } = machine(t, { latency: 0 });
    void start(1, { transport: () => new Promise(() => undefined) }).current();
    await clock.until(clock.pause(SECOND));
    const path = join(directory, locks()[0] ?? '');
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), host: 'other' }));
    const before = clock.now();
    const second = start(2);
    await clock.until(second.current());
    const waited = clock.now() - before;
    assert.ok(waited >= 30 * SECOND && waited < 31 * SECOND, `${waited} ms`);
    assert.deepEqual(seen.logins, [2]);
    assert.deepEqual(locks(), []);
  });

  it('waits five minutes for one that lives and does nothing', async (t) => {
    const { clock, seen, start } = machine(t, { latency: 0 });
    void start(1, { transport: () => new Promise(() => undefined) }).current();
    await clock.until(clock.pause(SECOND));
    const before = clock.now();
    await clock.until(start(2).current());
    const waited = clock.now() - before;
    assert.ok(waited >= 300 * SECOND && waited < 301 * SECOND, `${waited} ms`);
    assert.deepEqual(seen.logins, [2]);
  });

  it('gives the lock back before it asks for a passcode', async (t) => {
    const { clock, start, locks } = machine(t, { latency: 0 });
    const transport: Transport = async () => ({
      status: 401,
      headers: { 'openstack-auth-receipt': 'receipt' },
      body: (async function* () {
        yield Buffer.from(
          JSON.stringify({ required_auth_methods: [['password', 'totp']], receipt: { methods: ['password'] } }),
        );
      })(),
    });
    const held: number[] = [];
    const passcode = async (): Promise<undefined> => {
      held.push(locks().length);
    };
    await clock.until(assert.rejects(start(1, { transport, passcode }).current()));
    assert.deepEqual(held, [0]);
  });
});

describe('processes whose token was revoked', () => {
  it('log in again once, together', async (t) => {
    const { clock, seen, start } = machine(t);
    const { token } = await clock.until(start(1).current());
    const all = some(20).map((pid) => start(pid + 1));
    await clock.until(Promise.all(all.map((one) => one.current())));
    const renewed = await clock.until(Promise.all(all.map((one) => one.renew(token, 'refused'))));
    assert.equal(seen.logins.length, 2);
    assert.equal(new Set(renewed.map((one) => one?.token)).size, 1);
    assert.notEqual(renewed[0]?.token, token);
  });
});
