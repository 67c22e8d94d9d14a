/* The shipped program, many times at once with one home and no login kept. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, utimesSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { readBytes } from '../../src/http/body.js';
import type { HttpRequest, Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { listen } from '../http/servers.js';
import { root } from '../support/imports.js';
import { deep } from '../support/property.js';
import { loginEnv } from '../support/sessions.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

/** The embedded cloud over HTTP, which asks what to do before it answers a login. */
async function cloudOf(t: TestContext, beforeLogin: (count: number) => Promise<void>) {
  const seen = { logins: 0 };
  let transport: Transport | undefined;
  const server = createServer(async (incoming, outgoing) => {
    const body: Buffer[] = [];
    for await (const chunk of incoming) body.push(chunk as Buffer);
    if (incoming.method === 'POST' && /\/tokens$/.test(incoming.url ?? '')) {
      seen.logins += 1;
      await beforeLogin(seen.logins);
    }
    const request = { method: incoming.method, url: url + incoming.url, headers: incoming.headers };
    const response = await transport?.({ ...request, body: Buffer.concat(body).toString() } as HttpRequest);
    outgoing.writeHead(response?.status ?? 500, response?.headers).end(response && (await readBytes(response)));
  });
  const url = `http://${await listen(t, server)}`;
  transport = simulate({ publicUrl: url });
  const home = temporaryDirectory(t);
  const env = { HOME: home, ...loginEnv('admin', 'v3', { OS_AUTH_URL: `${url}/identity/v3` }) };
  const start = (): ChildProcess => {
    // As patient as the machine is slow: it starts them all, and answers them too.
    const words = 'list --all-tenants -f value -c Name -v --timeout 3600'.split(' ');
    return spawn(process.execPath, [join(root, 'bin', 'stackline.js'), ...words], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  };
  const kept = (): readonly string[] => readdirSync(join(home, '.cache', 'stackline'));
  return { seen, home, start, kept };
}

interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

function ended(child: ChildProcess): Promise<Ran> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (chunk) => (stdout += chunk));
  child.stderr?.on('data', (chunk) => (stderr += chunk));
  return new Promise((resolve) => child.on('close', (code) => resolve({ stdout, stderr, code })));
}

/** Resolves when the program says this on standard error. */
const says = (child: ChildProcess, words: RegExp): Promise<void> =>
  new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.on('data', (chunk) => {
      text += chunk;
      if (words.test(text)) resolve();
    });
    child.on('close', () => reject(new Error(`it ended without ${words}: ${text}`)));
  });

/** A promise, and what resolves it. */
function event() {
  let happens = (): void => undefined;
  const happened = new Promise<void>((resolve) => {
    happens = resolve;
  });
  return { happened, happens };
}

/** What all have printed, and that it is the list. */
function sameList(all: readonly Ran[]): void {
  const [first] = all;
  assert.match(first?.stdout ?? '', /^devstack$/m);
  for (const { stdout, code, stderr } of all) assert.deepEqual([stdout, code], [first?.stdout, 0], stderr);
}

describe('many processes with a cold cache', () => {
  it('wait for the one that logs in, however old its lock is', { skip: !deep }, async (t) => {
    const [asked, go] = [event(), event()];
    const { seen, home, start, kept } = await cloudOf(t, async () => {
      asked.happens();
      await go.happened;
    });
    const first = start();
    const all = [ended(first)];
    await asked.happened;
    const others = Array.from({ length: 19 }, start);
    all.push(...others.map(ended));
    await Promise.all(others.map((child) => says(child, /Another process is logging in/)));
    const lock = kept().find((name) => name.endsWith('.lock')) ?? assert.fail('no lock');
    const early = Date.now() / 1000 - 3600;
    utimesSync(join(home, '.cache', 'stackline', lock), early, early);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.equal(seen.logins, 1);
    go.happens();
    sameList(await Promise.all(all));
    assert.equal(seen.logins, 1);
    assert.deepEqual(
      kept().filter((name) => !/^(code|secret|[0-9a-f]{64}\.json)$/.test(name)),
      [],
    );
  });

  it('two hundred of them all have the list, and leave no lock', { skip: !deep }, async (t) => {
    const { seen, start, kept } = await cloudOf(t, () => new Promise((resolve) => setTimeout(resolve, 200)));
    sameList(await Promise.all(Array.from({ length: 200 }, () => ended(start()))));
    t.diagnostic(`${seen.logins} logins`);
    assert.deepEqual(
      kept().filter((name) => !/^(code|secret|[0-9a-f]{64}\.json)$/.test(name)),
      [],
    );
  });
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const) {
  it(`a process that was ended by ${signal} in the middle of its login is not waited for`, async (t) => {
    const asked = event();
    const { seen, start, kept } = await cloudOf(t, async (count) => {
      if (count > 1) return;
      asked.happens();
      await new Promise(() => undefined);
    });
    const first = start();
    const gone = ended(first);
    await asked.happened;
    assert.ok(kept().some((name) => name.endsWith('.lock')));
    first.kill(signal);
    await gone;
    const next = await ended(start());
    sameList([next]);
    assert.doesNotMatch(next.stderr, /Another process/);
    assert.equal(seen.logins, 2);
    assert.deepEqual(
      kept().filter((name) => !/^(code|secret|[0-9a-f]{64}\.json)$/.test(name)),
      [],
    );
  });
}
