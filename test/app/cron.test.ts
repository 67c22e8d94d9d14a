import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import type { Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { type Served, serve } from '../../src/sandbox/serve.js';
import type { Lock } from '../../src/storage/lock.js';
import { root } from '../support/imports.js';
import { type Setting, stackline } from '../support/stackline.js';

/** The locks of one test. */
function locks() {
  const held = new Map<string, { pid: number; host: string; since: number; start: string }>();
  const lock = async (name: string): Promise<Lock> => {
    const holder = held.get(name);
    if (holder !== undefined) return { holder, path: '/nowhere' };
    held.set(name, { pid: 4711, host: 'jump1', since: Date.UTC(2013, 4, 22, 3), start: '' });
    return { release: () => void held.delete(name) };
  };
  return { held, lock };
}

/** The embedded cloud, which answers nobody before it is told to. */
function waitingCloud() {
  const cloud = simulate();
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const transport: Transport = async (request) => {
    await opened;
    return cloud(request);
  };
  return { transport, open };
}

describe('--only-problems', () => {
  it('says nothing when all is well', async () => {
    const screen = await stackline('list --only-problems');
    assert.deepEqual([screen.stdout, screen.stderr, screen.code], ['', '', 0]);
  });

  it('shows what went wrong, with what had been printed until then', async () => {
    const gone = await stackline('show nobody --only-problems');
    assert.deepEqual([gone.stdout, gone.code], ['', 1]);
    assert.match(gone.stderr, /No server with a name or ID of 'nobody' exists/);
  });

  it('shows everything when there is a word on stderr', async () => {
    const plain = await stackline('list');
    const { stdout, stderr, code } = await stackline('list --only-problems --timings');
    assert.deepEqual([stdout, code], [plain.stdout, 0]);
    assert.match(stderr, /Total/);
  });
});

describe('--deadline', () => {
  const silent: Setting = { transport: () => new Promise(() => {}) };

  it('gives up a command that is not done by then', async () => {
    const { stdout, stderr, code } = await stackline('list --deadline 0.05', silent);
    assert.deepEqual([stdout, code], ['', 1]);
    assert.equal(stderr, 'ERROR (Timeout): Timed out after 0.05 s (--deadline)\n--deadline SECONDS allows more.\n');
  });

  it('changes nothing for one that is', async () => {
    assert.equal((await stackline('list --deadline 60')).stdout, (await stackline('list')).stdout);
  });

  it('is a number of seconds', async () => {
    for (const wrong of ['0', 'soon', '1e9', '']) {
      const { stderr, code } = await stackline(['list', `--deadline=${wrong}`]);
      assert.match(stderr, /argument --deadline: invalid number of seconds/);
      assert.equal(code, 2);
    }
  });
});

describe('--lock', () => {
  it('lets one run, and ends the other with 7', async () => {
    for (const [line, other, says] of [
      [
        'list --lock',
        'list --lock',
        /^This command is running already: process 4711 on jump1, since 2013-05-22T03:00:00Z\.\n$/,
      ],
      ['list --lock=x', 'flavor-list --lock=x', /^Another run holds the lock 'x': process 4711 on jump1, since .*\n$/],
      ['list --lock=x', 'list --lock=x --quiet', /^$/],
    ] as const) {
      const { lock, held } = locks();
      const cloud = waitingCloud();
      const first = stackline(line, { lock, transport: cloud.transport });
      while (held.size === 0) await turn();
      const second = await stackline(other, { lock });
      assert.deepEqual([second.stdout, second.code], ['', 7], other);
      assert.match(second.stderr, says);
      assert.equal((await stackline('list', { lock })).code, 0, 'who does not ask for the lock is not held up');
      cloud.open();
      const { stderr, code } = await first;
      assert.deepEqual([stderr, code, held.size], ['', 0, 0]);
      assert.equal((await stackline(other, { lock })).code, 0);
    }
  });

  it('does not take the next word for its name', async () => {
    const { lock } = locks();
    assert.equal((await stackline('--lock list', { lock })).stdout, (await stackline('list')).stdout);
  });

  it('tells command lines and clouds apart, and knows no password', async () => {
    const names: string[] = [];
    const lock = async (name: string): Promise<Lock> => {
      names.push(name);
      return { release: () => undefined };
    };
    const run = (line: string, env: Setting['env'] = {}) => stackline(line, { lock, env });
    await run('list --lock');
    await run('--lock list --os-password hunter22x');
    await run('list --lock --os-passcode 123456 --os-application-credential-secret hunter22x');
    await run('list --lock --all-tenants');
    await run('list --lock', { OS_REGION_NAME: 'two' });
    await run('flavor-list --lock');
    assert.deepEqual(names.slice(1, 3), [names[0], names[0]]);
    assert.equal(new Set(names).size, 4);
    assert.doesNotMatch(names.join(), /hunter22x|123456|password"?:"[^"]/);
  });

  it('is given back whatever happens', async () => {
    const { lock, held } = locks();
    assert.equal((await stackline('show nobody --lock', { lock })).code, 1);
    assert.equal(
      (await stackline('list --lock --deadline 0.02', { lock, transport: () => new Promise(() => {}) })).code,
      1,
    );
    assert.equal(held.size, 0);
  });
});

describe('--splay', () => {
  it('is for cron, not for a person', async () => {
    assert.equal((await stackline('list --splay 9000000', { tty: true })).code, 0);
    const short = await stackline('list --splay 0.01');
    assert.equal(short.code, 0);
    // A script that computes it may come to nothing.
    assert.equal((await stackline('list --splay 0')).code, 0);
    assert.equal((await stackline('list --splay never')).code, 2);
  });
});

/* The shipped program, as cron starts it. */

const bin = join(root, 'bin', 'stackline.js');
const directory = mkdtempSync(join(tmpdir(), 'cron-'));
chmodSync(directory, 0o755);
let cloud: Served;
before(async () => {
  cloud = await serve();
});
after(async () => {
  await cloud.close();
  rmSync(directory, { recursive: true, force: true });
});

interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** Under `env -i`: nothing but what is named; by another user where we may choose. */
function cron(line: string, env: Record<string, string> = {}, shell = 'exec "$0" "$@" < /dev/null'): Promise<Ran> {
  const login = { OS_AUTH_URL: cloud.url.concat('/identity/v3'), OS_USERNAME: 'admin', OS_PASSWORD: 'admin-password' };
  return new Promise((resolve) => {
    const words = ['-c', shell, process.execPath, bin, ...line.split(' ')];
    const names = { OS_PROJECT_NAME: 'admin', OS_USER_DOMAIN_ID: 'default', OS_PROJECT_DOMAIN_ID: 'default' };
    const child = spawn('/bin/sh', words, { env: { ...login, ...names, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => (stdout += chunk));
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.on('close', (code) => resolve({ stdout, stderr, code }));
  });
}

describe('under cron', () => {
  it('works without HOME, and without anything else in the environment', async () => {
    const { stdout, stderr, code } = await cron('list --all-tenants');
    assert.match(stdout, /\| devstack +\|/);
    assert.deepEqual([stderr, code], ['', 0]);
    assert.deepEqual(await cron(`list --only-problems --quiet --lock=test-no-home-${process.pid} --deadline 60`), {
      stdout: '',
      stderr: '',
      code: 0,
    });
  });

  it('works with a home that cannot be written', async (t) => {
    const home = join(directory, 'read-only');
    mkdirSync(home);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', home]).status === 0;
    if (mounted) t.after(() => spawnSync('umount', [home]));
    else chmodSync(home, 0o555);
    if (!mounted && process.geteuid?.() === 0) return t.skip('root may write anywhere, and may not mount');
    const { stdout, stderr, code } = await cron(`list --all-tenants --lock=test-read-only-${process.pid}`, {
      HOME: home,
    });
    assert.match(stdout, /\| devstack +\|/);
    assert.deepEqual([stderr, code, readdirSync(home)], ['', 0, []]);
  });

  it('works on a disk that is full', async (t) => {
    const home = join(directory, 'full');
    mkdirSync(home);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k,mode=700', 'tmpfs', home]).status !== 0)
      return t.skip('needs to mount a small disk');
    t.after(() => spawnSync('umount', [home]));
    spawnSync('sh', ['-c', 'cat /dev/zero > "$0/zeros"', home]);
    for (let run = 0; run < 2; run += 1) {
      const { stdout, stderr, code } = await cron('list --all-tenants', { HOME: home });
      assert.match(stdout, /\| devstack +\|/);
      assert.deepEqual([stderr, code], ['', 0]);
    }
  });

  it('leaves nothing for others to read under umask 000', async () => {
    const home = join(directory, 'open');
    mkdirSync(home, { mode: 0o755 });
    const { code } = await cron('list --lock', { HOME: home }, 'umask 000; exec "$0" "$@"');
    assert.equal(code, 0);
    let files = 0;
    const walk = (path: string): void => {
      for (const entry of readdirSync(path, { withFileTypes: true })) {
        const inner = join(path, entry.name);
        assert.equal(statSync(inner).mode & 0o077, 0, inner);
        if (entry.isDirectory()) walk(inner);
        else files += 1;
      }
    };
    walk(home);
    assert.ok(files > 1);
  });

  it('asks nobody, and shows neither colour nor progress', async () => {
    const { stdout, stderr, code } = await cron('list', { OS_PASSWORD: '' });
    assert.deepEqual([stdout, code], ['', 1]);
    assert.match(stderr, /password/i);
    assert.doesNotMatch((await cron('list --all-tenants', { TERM: 'xterm-256color' })).stdout, /\u001b/);
  });

  it('is one run at a time, and a lock whose run was killed is free', async () => {
    const home = join(directory, 'locked');
    mkdirSync(home, { mode: 0o700 });
    const first = spawn(process.execPath, [bin, '--lock=night', '--sandbox', 'sandbox'], {
      env: { HOME: home },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await new Promise((resolve) => first.stdout.once('data', resolve));
    const second = await cron('list --lock=night', { HOME: home });
    assert.deepEqual([second.stdout, second.code], ['', 7]);
    assert.match(second.stderr, new RegExp(`^Another run holds the lock 'night': process ${first.pid} on `));
    first.kill('SIGKILL');
    await new Promise((resolve) => first.once('exit', resolve));
    assert.equal((await cron('list --lock=night', { HOME: home })).code, 0);
  });
});
