/** The two clouds, one that refuses, one that never answers and an embedded one in a single call. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pike, zed } from './clouds.js';
import { homely, program, run, withDirectory, words } from './processes.js';

const [v3, v2] = await Promise.all([zed(), pike()]);

/** What stands in clouds.yaml of a login that an environment says. */
function entry(env: Readonly<Record<string, string | undefined>>): object {
  const auth = {
    auth_url: env.OS_AUTH_URL,
    username: env.OS_USERNAME,
    password: env.OS_PASSWORD,
    project_name: env.OS_PROJECT_NAME ?? env.OS_TENANT_NAME,
    ...(env.OS_USER_DOMAIN_NAME === undefined
      ? {}
      : { user_domain_name: env.OS_USER_DOMAIN_NAME, project_domain_name: env.OS_PROJECT_DOMAIN_NAME }),
  };
  return { auth, region_name: env.OS_REGION_NAME };
}

const sockets = new Set<Socket>();
/** Takes connections, and what comes on them, and never says a word. */
const silent = createServer((socket) => {
  sockets.add(socket);
  socket.resume();
});
const sandbox = spawn(program[0] ?? '', [...program.slice(1), 'sandbox'], { stdio: ['ignore', 'pipe', 'ignore'] });
let clouds = '';

before(async () => {
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  let said = '';
  for await (const chunk of sandbox.stdout) {
    said += chunk;
    if (/^export OS_REGION_NAME=/m.test(said)) break;
  }
  const ours = Object.fromEntries([...said.matchAll(/^export (\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
  const nowhere = (port: number) =>
    entry({ ...v3.env, OS_AUTH_URL: `http://127.0.0.1:${port}/v3`, OS_REGION_NAME: 'RegionOne' });
  clouds = JSON.stringify({
    clouds: {
      zed: entry(v3.env),
      silent: nowhere((silent.address() as AddressInfo).port),
      pike: entry(v2.env),
      // The port of tcpmux, on which nothing listens.
      dead: nowhere(1),
      sandbox: entry(ours),
    },
  });
});

after(() => {
  sandbox.kill();
  for (const socket of sockets) socket.destroy();
  silent.close();
});

const ask = (line: string) =>
  withDirectory(async (home) => {
    const file = join(home, 'clouds.yaml');
    writeFileSync(file, clouds, { mode: 0o600 });
    return run([...program, ...words(line)], homely({ OS_CLIENT_CONFIG_FILE: file }, join(home, 'ours')), home);
  });

const inOrder = (stdout: string): readonly string[] => [
  ...new Set(
    stdout
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(',')[0] ?? ''),
  ),
];

/** Seconds: each case waits so long for the silent one, and no longer for the real ones, which have others to serve. */
const PATIENCE = 30;

describe('five clouds in one call', () => {
  for (const line of ['list --all-tenants', 'services']) {
    it(`${line}: the rows of three, in order; a line for each of two; exit code 6`, async () => {
      const { stdout, stderr, code } = await ask(
        `${line} --all-clouds -f csv --quote minimal --timeout ${PATIENCE} --retries 0`,
      );
      assert.equal(code, 6, stderr);
      assert.deepEqual(inOrder(stdout), ['zed', 'pike', 'sandbox']);
      const lines = stderr
        .split('\n')
        .filter((one) => one.startsWith('stackline: '))
        .toSorted();
      assert.equal(lines.length, 2, stderr);
      assert.match(lines[0] ?? '', /^stackline: cloud dead: .*Connection refused$/);
      assert.match(lines[1] ?? '', new RegExp(`^stackline: cloud silent: .*no answer for ${PATIENCE} seconds$`));
    });
  }

  it('the typed order decides, and each row is that of a call to the cloud alone', async () => {
    const together = await ask('keystone role-list --os-cloud sandbox,pike,zed -f csv --quote minimal');
    assert.equal(together.code, 0, together.stderr);
    const alone = await Promise.all(
      ['sandbox', 'pike', 'zed'].map(async (name) => {
        const { stdout } = await ask(`keystone role-list --os-cloud ${name} -f csv --quote minimal`);
        return stdout
          .split('\n')
          .slice(1, -1)
          .map((row) => `${name},RegionOne,${row}`);
      }),
    );
    const [head, ...rows] = together.stdout.trimEnd().split('\n');
    assert.equal(head, 'Cloud,Region,id,name');
    assert.deepEqual(inOrder(together.stdout), ['sandbox', 'pike', 'zed']);
    assert.deepEqual(rows, alone.flat());
  });

  it('clouds says which of them answer', async () => {
    const { stdout, code } = await ask(`clouds -f csv --quote minimal -c Cloud -c State --timeout ${PATIENCE}`);
    assert.equal(code, 6);
    assert.equal(stdout, 'Cloud,State\nzed,up\nsilent,down\npike,up\ndead,down\nsandbox,up\n');
  });

  it('--deadline ends what does not answer, and shows the others', async () => {
    const { stdout, stderr, code } = await ask(
      `keystone tenant-list --all-clouds --deadline ${PATIENCE} --timeout 600 -f csv --quote minimal`,
    );
    assert.equal(code, 6, stderr);
    assert.deepEqual(inOrder(stdout), ['zed', 'pike', 'sandbox']);
    assert.match(stderr, /^stackline: cloud silent: no answer within 30 s \(--deadline\)$/m);
  });
});
