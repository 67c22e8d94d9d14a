import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { root } from '../support/imports.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

/* The shipped program with files of settings in a home of its own. */

const home = temporaryDirectory({ after });

function run(words: readonly string[], more: Record<string, string> = {}, cwd = home) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'bin', 'stackline.js'), ...words], {
    env: { PATH: process.env.PATH, HOME: home, ...more },
    cwd,
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}

describe('settings in files', () => {
  it('are kept for their owner alone, and used', () => {
    const path = join(home, '.config', 'stackline', 'config.json');
    assert.equal(run(['config', 'set', 'format', 'json']).stdout, `Set format in ${path}\n`);
    assert.deepEqual([statSync(path).mode & 0o777, statSync(join(path, '..')).mode & 0o777], [0o600, 0o700]);
    assert.equal(run(['--sandbox', 'list']).stdout[0], '[');
    assert.equal(run(['config', 'unset', 'format']).status, 0);
    assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), {});
    assert.equal(run(['--sandbox', 'list']).stdout[0], '+');
  });

  it('in clouds.yaml name clouds, whose password_command is run', () => {
    const directory = join(home, '.config', 'openstack');
    mkdirSync(directory, { recursive: true });
    const auth = `{auth_url: "http://127.0.0.1:1/v3", username: u, project_name: p, password_command: "sh -c 'exit 3'"}`;
    writeFileSync(join(directory, 'clouds.yaml'), `clouds: {prod: {auth: ${auth}}}`, { mode: 0o600 });
    assert.match(run(['config', 'clouds']).stdout, /\| prod +\| http:\/\/127\.0\.0\.1:1\/v3 +\| u +\| p /);
    assert.match(run(['config']).stdout, /\| cloud +\| prod +\| the only one there is +\|/);
    const failed = run(['--os-cloud', 'prod', 'list']);
    assert.match(failed.stderr, /The program of password_command gave no password: sh: it ended with code 3\./);
    assert.equal(failed.status, 1);
    const refused = run([
      '--os-cloud',
      'prod',
      '--os-password',
      'x',
      'doctor',
      '-f',
      'csv',
      '-c',
      'Check',
      '-c',
      'Result',
    ]);
    assert.match(refused.stdout, /"connection","failed"/);
    assert.equal(refused.status, 1);
  });

  it('that cannot be written are an error that names the file', () => {
    const { stderr, status } = run(['config', 'set', 'format', 'json'], { XDG_CONFIG_HOME: '/proc/nothing' });
    assert.match(stderr, /^\/proc\/nothing\/stackline\/config\.json cannot be written: ENOENT\.\n/);
    assert.equal(status, 1);
    assert.match(run(['config', 'set', 'format', 'json'], { HOME: '' }).stderr, /There is no home directory/);
  });
});
