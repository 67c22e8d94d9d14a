import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Served, serve } from '../../src/sandbox/serve.js';
import { root } from '../support/imports.js';

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
      const line = `list --all-tenants --lock=test-full-${process.pid}`;
      const { stdout, stderr, code } = await cron(line, { HOME: home });
      assert.match(stdout, /\| devstack +\|/);
      assert.deepEqual([stderr, code], ['', 0]);
    }
    const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    assert.deepEqual(
      files.map(({ name }) => name),
      ['zeros'],
    );
  });

  it('makes nothing below the home of another user, as root has it by sudo -E, and works', {
    skip: process.geteuid?.() === 0 ? false : 'only root can give directories away',
  }, async () => {
    const home = join(directory, 'alice');
    mkdirSync(home);
    chownSync(home, 12345, 12345);
    const link = join(directory, 'link-to-alice');
    symlinkSync(home, link);
    const line = `list --all-tenants --lock=test-foreign-${process.pid}`;
    const environments: Record<string, string>[] = [
      { HOME: home },
      { HOME: link },
      { HOME: directory, XDG_CACHE_HOME: join(home, '.cache') },
    ];
    for (const env of environments) {
      const { stdout, stderr, code } = await cron(line, env);
      assert.match(stdout, /\| devstack +\|/);
      assert.deepEqual([stderr, code], ['', 0]);
      assert.equal((await cron('help list', env)).code, 0);
    }
    const kept = await cron('config set format json', { HOME: home });
    assert.match(kept.stderr, /config\.json cannot be written: the directory belongs to another user\.\n$/);
    assert.deepEqual(readdirSync(home), []);
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

  it('with --lock is one run at a time, and a lock whose run was killed is free', async () => {
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
