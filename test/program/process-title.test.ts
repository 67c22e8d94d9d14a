import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { it } from 'node:test';
import { root } from '../support/imports.js';

const noList = existsSync('/proc/self/cmdline') ? false : 'this system has no /proc';

it('a password on the command line is gone from the list of processes before the login', {
  skip: noList,
}, async (t) => {
  const server = createServer();
  t.after(() => server.close());
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(Number(Object(server.address()).port)));
  });
  const connected = new Promise<void>((resolve) => server.once('connection', () => resolve()));
  const words = ['--os-auth-url', `http://127.0.0.1:${port}/v3`, '--os-username', 'u', '--os_password', 'canary-title'];
  const args = [join(root, 'bin', 'stackline.js'), ...words, '--os-project-name=p', '--no-cache', 'list'];
  const child = spawn(process.execPath, args, { env: { PATH: process.env.PATH }, stdio: 'ignore' });
  t.after(() => child.kill('SIGKILL'));
  await connected;
  const shown = readFileSync(`/proc/${child.pid}/cmdline`, 'utf8');
  assert.doesNotMatch(shown, /canary/);
  assert.match(shown, /^stackline/);
});
