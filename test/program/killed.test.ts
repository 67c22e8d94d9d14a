/* The shipped program is killed at any moment of a login: whoever comes next has the right table, and no secret is left. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { it, type TestContext } from 'node:test';
import { readBytes } from '../../src/http/body.js';
import type { HttpRequest, Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { guideWorld } from '../../src/sandbox/seed.js';
import { listen } from '../http/servers.js';
import { dice } from '../support/dice.js';
import { root } from '../support/imports.js';
import { deep } from '../support/property.js';
import { loginEnv } from '../support/sessions.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const PASSWORD = 'canary-of-a-password';

/** The embedded cloud over HTTP: its tokens, and what is called when a login is asked for and when it is answered. */
async function cloudOf(t: TestContext) {
  const seen = { tokens: new Set<string>(), asked: () => {}, answered: () => {} };
  const world = guideWorld();
  const admin = world.users.find(({ name }) => name === 'admin');
  assert.ok(admin !== undefined);
  admin.password = PASSWORD;
  let transport: Transport | undefined;
  const server = createServer(async (incoming, outgoing) => {
    const body: Buffer[] = [];
    for await (const chunk of incoming) body.push(chunk as Buffer);
    const isLogin = incoming.method === 'POST' && /\/tokens$/.test(incoming.url ?? '');
    if (isLogin) seen.asked();
    const request = { method: incoming.method, url: url + incoming.url, headers: incoming.headers };
    // Nobody is at the root of this server, where doctor looks for services.
    const response = await transport?.({ ...request, body: Buffer.concat(body).toString() } as HttpRequest).catch(
      () => undefined,
    );
    const token = response?.headers['x-subject-token'];
    if (token !== undefined) seen.tokens.add(token);
    outgoing.writeHead(response?.status ?? 500, response?.headers).end(response && (await readBytes(response)), () => {
      if (isLogin) seen.answered();
    });
  });
  const url = `http://${await listen(t, server)}`;
  transport = simulate({ world, publicUrl: url });
  return { url, seen };
}

interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

const ended = (child: ChildProcess): Promise<Ran> =>
  new Promise((resolve) => {
    let [stdout, stderr] = ['', ''];
    child.stdout?.on('data', (chunk) => (stdout += chunk));
    child.stderr?.on('data', (chunk) => (stderr += chunk));
    child.on('close', (code) => resolve({ stdout, stderr, code }));
  });

function* files(directory: string): Generator<string> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}

it('a login that is killed at any moment costs nobody the right table, and leaves no secret', async (t) => {
  const { url, seen } = await cloudOf(t);
  const directory = temporaryDirectory(t);
  for (const name of ['home', 'tmp', 'here']) mkdirSync(join(directory, name));
  const login = loginEnv('admin', 'v3', { OS_AUTH_URL: `${url}/identity/v3`, OS_PASSWORD: PASSWORD });
  const env = { ...login, HOME: join(directory, 'home'), TMPDIR: join(directory, 'tmp') };
  const start = (line: string): ChildProcess =>
    spawn(process.execPath, [join(root, 'bin', 'stackline.js'), ...line.split(' ')], {
      env,
      cwd: join(directory, 'here'),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const list = 'list --all-tenants -f value -c Name';
  const right = await ended(start(`${list} --no-cache`));
  assert.match(right.stdout, /^devstack$/m);

  const roll = dice(1);
  const moments = ['asked', 'answered', ...Array.from({ length: deep ? 10 : 3 }, () => roll(250))];
  let kills = 0;
  for (const moment of moments) {
    rmSync(join(directory, 'home', '.cache', 'stackline'), { recursive: true, force: true });
    const child = start(list);
    const kill = (): void => void child.kill('SIGKILL');
    if (typeof moment === 'number') setTimeout(kill, moment).unref();
    else seen[moment as 'asked' | 'answered'] = kill;
    const { code } = await ended(child);
    Object.assign(seen, { asked: () => {}, answered: () => {} });
    if (code === null) kills += 1;
    assert.deepEqual(await ended(start(list)), right, `killed at ${moment}`);
    assert.deepEqual(await ended(start(list)), right, `after one that was killed at ${moment}`);
  }
  assert.ok(kills >= 2, `${kills} of ${moments.length} were killed`);

  // Everything that was written anywhere, by these runs and by those that show what they do.
  const loud = await Promise.all(
    [
      `${list} --debug --no-cache`,
      `${list} -v --timings`,
      `--record ${directory}/here/record ${list} --no-cache`,
      'config',
      'doctor',
    ].map((line) => ended(start(line))),
  );
  const secrets = [PASSWORD, ...seen.tokens];
  assert.ok(seen.tokens.size > moments.length);
  for (const { stdout, stderr } of loud)
    for (const secret of secrets) assert.ok(!`${stdout}${stderr}`.includes(secret), `${secret} was printed`);
  const kept = new Set<string>();
  for (const path of files(directory)) {
    assert.equal(statSync(path).mode & 0o077, 0, path);
    const text = readFileSync(path, 'latin1');
    assert.ok(!text.includes(PASSWORD), `the password is in ${path}`);
    const holds = [...seen.tokens].filter((token) => text.includes(token));
    if (holds.length === 0) continue;
    assert.match(path, /\/home\/\.cache\/stackline\/[0-9a-f]{64}\.json$/);
    for (const token of holds) kept.add(token);
  }
  // The login of the last run.
  assert.equal(kept.size, 1);
});
