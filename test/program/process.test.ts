import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { root } from '../support/imports.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

/* The shipped program as processes: names, pipes, signals, exit codes. */

const bin = join(root, 'bin', 'stackline.js');
const home = temporaryDirectory({ after });
const env = { PATH: process.env.PATH, HOME: home };

function run(words: readonly string[], more: Record<string, string> = {}, program = bin) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...words], {
    env: { ...env, ...more },
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}

describe('the shipped program', () => {
  it('shows a cloud without any settings', () => {
    const { stdout, stderr, status } = run(['--sandbox', 'list', '--all-tenants']);
    assert.match(stdout, /\| devstack +\|/);
    assert.deepEqual([stderr, status], ['', 0]);
  });

  it('is nova, or keystone, when a link calls it so', () => {
    for (const [name, verb, seen] of [
      ['nova', 'tenant-list', 'invalid choice'],
      ['keystone', 'service-list', 'identity'],
    ] as const) {
      const link = join(home, name);
      symlinkSync(bin, link);
      const { stdout, stderr } = run(['--sandbox', verb], { STACKLINE_HANDOVER: 'off' }, link);
      assert.match(stdout + stderr, new RegExp(seen), name);
    }
  });

  it('says its version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    assert.deepEqual(run(['--version']), { stdout: `${version}\n`, stderr: '', status: 0 });
    // Of a classic client the version whose bytes are printed, as scripts test it.
    assert.equal(run(['nova', '--version']).stdout, '18.1.0\n');
  });

  it('has exit codes: 1 for a failure, 2 for wrong usage', () => {
    assert.equal(run(['--sandbox', 'show', 'no-such-server']).status, 1);
    assert.equal(run(['--sandbox', 'show']).status, 2);
    assert.equal(run(['lsit']).status, 2);
    assert.equal(run(['list']).status, 1);
  });

  it('ends quietly with 141 when its reader goes away', () => {
    const { stdout, stderr, status } = spawnSync(
      'bash',
      // The reader has ended before the program starts.
      [
        '-c',
        'exec 3> >(:); wait $!; "$0" "$1" --sandbox list --all-tenants >&3; echo "code $?" >&2',
        process.execPath,
        bin,
      ],
      { env, encoding: 'utf8' },
    );
    assert.equal(stdout, '');
    assert.match(stderr, /^code 141\n$/);
    assert.equal(status, 0);
  });

  it('ends with 130 on Ctrl-C, and frees its port', async (t) => {
    const child = spawn(process.execPath, [bin, 'sandbox'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    t.after(() => child.kill('SIGKILL'));
    const url = await new Promise<string>((resolve) => {
      let seen = '';
      child.stdout.setEncoding('utf8').on('data', (text) => {
        seen += text;
        const found = /export OS_AUTH_URL=(\S+)/.exec(seen)?.[1];
        if (found !== undefined && seen.includes('OS_REGION_NAME')) resolve(found);
      });
    });
    const login = {
      OS_AUTH_URL: url,
      OS_USERNAME: 'test-user',
      OS_PASSWORD: 'test-password',
      OS_TENANT_NAME: 'test-project',
    };
    const { stderr, status } = run(['list'], login);
    assert.deepEqual([stderr, status], ['', 0]);
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.on('exit', resolve));
    assert.equal(code, 130);
    const gone = run(['--no-cache', 'list'], login);
    assert.match(gone.stderr, /Unable to establish connection to http:\/\/127\.0\.0\.1:\d+\//);
    assert.equal(gone.status, 1);
  });

  it('keeps its caches to itself', () => {
    const own: string[] = [];
    const walk = (directory: string): void => {
      for (const entry of readdirSync(directory, { withFileTypes: true })) {
        const path = join(directory, entry.name);
        if (entry.isSymbolicLink()) continue;
        const mode = statSync(path).mode & 0o777;
        own.push(path);
        assert.equal(mode, entry.isDirectory() ? 0o700 : 0o600, path);
        if (entry.isDirectory()) walk(path);
      }
    };
    walk(join(home, '.cache', 'stackline'));
    assert.ok(own.length > 0);
  });

  it('works where no directory for its caches can be made', () => {
    const { status, stdout } = run(['--sandbox', 'list'], {
      HOME: '/proc/nothing',
      XDG_CACHE_HOME: '/proc/nothing/at/all',
    });
    assert.match(stdout, /ID/);
    assert.equal(status, 0);
  });

  it('works without HOME, and with a standard output that is full', () => {
    const { stdout, status } = spawnSync(process.execPath, [bin, '--sandbox', 'list'], { env: {}, encoding: 'utf8' });
    assert.match(stdout, /ID/);
    assert.equal(status, 0);
    const full = spawnSync('/bin/sh', ['-c', '"$0" "$1" --sandbox list > /dev/full', process.execPath, bin], {
      env,
      encoding: 'utf8',
    });
    assert.match(full.stderr, /Cannot write the output: no space left on device\./);
    assert.equal(full.status, 1);
  });
});
