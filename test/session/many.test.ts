import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { readBytes } from '../../src/http/body.js';
import type { HttpRequest, Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { takeTurn } from '../../src/storage/login-lock.js';
import { tokenFiles } from '../../src/storage/token-files.js';
import { listen } from '../http/servers.js';
import { root } from '../support/imports.js';
import { deep } from '../support/property.js';
import { loginEnv, sessionOf } from '../support/sessions.js';

function emptyHome(t: TestContext): string {
  const home = mkdtempSync(join(tmpdir(), 'many-'));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

/** The embedded cloud over HTTP, and how many logins it has seen; each takes its time, as keystone's do. */
async function cloudOf(t: TestContext, loginTime: number) {
  const seen = { logins: 0 };
  let transport: Transport | undefined;
  const server = createServer(async (incoming, outgoing) => {
    const body: Buffer[] = [];
    for await (const chunk of incoming) body.push(chunk as Buffer);
    const isLogin = incoming.method === 'POST' && /\/tokens$/.test(incoming.url ?? '');
    if (isLogin) {
      seen.logins += 1;
      await new Promise((resolve) => setTimeout(resolve, loginTime));
    }
    const request = { method: incoming.method, url: url + incoming.url, headers: incoming.headers };
    const response = await transport?.({ ...request, body: Buffer.concat(body).toString() } as HttpRequest);
    outgoing.writeHead(response?.status ?? 500, response?.headers).end(response && (await readBytes(response)));
  });
  const url = `http://${await listen(t, server)}`;
  transport = simulate({ publicUrl: url });
  return { url, seen };
}

describe('many processes', () => {
  it('two hundred with a cold cache log in few times, and none fails', { skip: !deep }, async (t) => {
    const home = emptyHome(t);
    const { url, seen } = await cloudOf(t, 200);
    const env = { HOME: home, ...loginEnv('admin', 'v3', { OS_AUTH_URL: `${url}/identity/v3` }) };
    const run = (): Promise<string> =>
      new Promise((resolve) => {
        const words = [join(root, 'bin', 'stackline.js'), 'list', '--all-tenants', '-f', 'value', '-c', 'Name'];
        const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
        let said = '';
        child.stdout.on('data', (chunk) => (said += chunk));
        child.stderr.on('data', (chunk) => (said += chunk));
        child.on('close', (code) => resolve(`${said}code ${code}`));
      });
    const answers = await Promise.all(Array.from({ length: 200 }, run));
    const [first = ''] = answers;
    assert.match(first, /\ndevstack\n[\s\S]*\ncode 0$/);
    assert.deepEqual(
      answers.filter((answer) => answer !== first),
      [],
    );
    // One on a quiet machine; a process that has waited two seconds for the one that logs in does it by itself.
    t.diagnostic(`${seen.logins} logins`);
    assert.ok(seen.logins >= 1 && seen.logins <= 100, `${seen.logins} logins of ${answers.length} processes`);
    assert.deepEqual(
      readdirSync(join(home, '.cache', 'stackline')).filter((name) => name.endsWith('.lock')),
      [],
    );
  });

  it('whose token was revoked log in again once', async (t) => {
    const home = emptyHome(t);
    const directory = join(home, 'stackline');
    let logins = 0;
    let revoked = '';
    const cloud = simulate();
    const transport: Transport = async (request) => {
      if (request.method === 'POST') logins += 1;
      if (revoked !== '' && request.headers['x-auth-token'] === revoked)
        return { status: 401, headers: {}, body: (async function* () {})() };
      return cloud(request);
    };
    const open = () =>
      sessionOf({ transport, env: loginEnv('admin', 'v3'), store: tokenFiles(directory, process.geteuid?.()) });
    const first = open();
    revoked = (await first.accessInfo()).token;
    await first.settled();
    const all = Array.from({ length: 20 }, open);
    await Promise.all(all.map((session) => session.json({ service: 'compute', path: '/servers' })));
    assert.equal(logins, 2);
    await Promise.all(all.map((session) => session.settled()));
    const late = open();
    await late.json({ service: 'compute', path: '/servers' });
    assert.equal(logins, 2);
  });

  it('do not wait for one that fails or has died', async (t) => {
    const home = emptyHome(t);
    const path = join(home, 'one.lock');
    const done = takeTurn(path);
    assert.ok(done !== 'busy');
    assert.equal(takeTurn(path), 'busy');
    done();
    assert.deepEqual(readdirSync(home), []);
    for (const age of [-60, 60]) {
      writeFileSync(path, '');
      utimesSync(path, Date.now() / 1000 - age, Date.now() / 1000 - age);
      const taken = takeTurn(path);
      assert.ok(taken !== 'busy');
      taken();
    }
    const nowhere = takeTurn(join(home, 'no', 'such', 'directory'));
    assert.ok(nowhere !== 'busy');
    nowhere();
    const inTheWay = join(home, 'directory.lock');
    mkdirSync(inTheWay);
    utimesSync(inTheWay, 1, 1);
    assert.notEqual(takeTurn(inTheWay), 'busy');
  });

  it('give their turn back when the login is refused', async (t) => {
    const directory = join(emptyHome(t), 'stackline');
    const store = tokenFiles(directory, process.geteuid?.());
    const env = loginEnv('admin', 'v3', { OS_PASSWORD: 'wrong' });
    const session = sessionOf({ transport: simulate(), env, store });
    await assert.rejects(session.accessInfo(), /HTTP 401/);
    await session.settled();
    assert.deepEqual(readdirSync(directory), ['secret']);
  });
});
