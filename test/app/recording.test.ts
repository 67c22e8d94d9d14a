import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { type Setting, stackline } from '../support/stackline.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { response } from '../support/transports.js';

function place(t: TestContext): string {
  const directory = temporaryDirectory(t);
  return join(directory, 'one');
}

/** Nothing of the world outside is left. */
const alone: Setting = {
  env: {
    OS_AUTH_URL: undefined,
    OS_USERNAME: undefined,
    OS_PASSWORD: undefined,
    OS_TENANT_NAME: undefined,
    OS_REGION_NAME: 'elsewhere',
    OS_CLOUD: 'none',
  },
  transport: () => Promise.reject(new Error('the network was used')),
  now: () => 0,
};

describe('--record and --replay', () => {
  const lines = [
    'list --all-tenants',
    'show devstack',
    'show nobody',
    'flavor-list -f json',
    'keystone user-list',
    'keystone token-get',
    'hypervisor-list --debug',
  ];
  for (const version of ['v2.0', 'v3']) {
    for (const line of lines) {
      it(`${line}, over Identity ${version}: the same screen, with no network and no login`, async (t) => {
        const directory = place(t);
        const env = { OS_AUTH_URL: `http://cloud.example.com:5000/${version}` };
        const first = await stackline(`${line} --record ${directory}`, { env });
        const again = await stackline(`${line} --replay ${directory}`, alone);
        // A token, and what says how long things took, is not in the recording.
        const still = (text: string): string =>
          text
            .replace(/\d+\.\d+s\b|[0-9a-f]{32,}|\{SHA256\}\w+|gAAAA[\w-]+|req-[\w-]+/g, '#')
            .replace(/ +|-{3,}/g, ' ');
        if (!line.includes('--debug')) assert.equal(still(again.stderr), still(first.stderr));
        assert.equal(still(again.stdout), still(first.stdout));
        assert.equal(again.code, first.code);
        assert.deepEqual(again.requests, []);
      });
    }
  }

  for (const [line, env] of [
    ['cinder list', { CINDER_ENDPOINT: 'http://elsewhere.example.com/v3', CINDER_URL: 'http://elsewhere.example.com' }],
    [
      'swift list',
      { ST_AUTH: 'http://elsewhere.example.com', ST_USER: 'a:b', ST_KEY: 'of-elsewhere', ST_AUTH_VERSION: '1' },
    ],
    ['keystone user-list', { SERVICE_TOKEN: 'of-elsewhere', SERVICE_ENDPOINT: 'http://elsewhere.example.com/v2.0' }],
  ] as const) {
    it(`${line}: variables of the client lead nowhere else than the recording`, async (t) => {
      const directory = place(t);
      const { stdout } = await stackline(`${line} --record ${directory}`);
      const again = await stackline(`${line} --replay ${directory}`, { ...alone, env: { ...alone.env, ...env } });
      assert.deepEqual([again.stdout, again.stderr, again.code], [stdout, '', 0]);
    });
  }

  it('is files of the owner alone, without secrets, one per exchange', async (t) => {
    const directory = place(t);
    const umask = process.umask(0);
    t.after(() => process.umask(umask));
    const tokens: string[] = [];
    const cloud = simulate();
    const transport: Transport = async (request) => {
      const token = request.headers['x-auth-token'];
      if (token !== undefined) tokens.push(token);
      return cloud(request);
    };
    const { requests } = await stackline(`list --record ${directory}`, { transport });
    await stackline(`list --record ${directory}`, {
      transport,
      env: { OS_AUTH_URL: 'http://cloud.example.com:5000/v3' },
    });
    const names = readdirSync(directory).sort();
    assert.deepEqual(
      names.slice(0, requests.length),
      requests.map((_, at) => `${String(at + 1).padStart(4, '0')}.json`),
    );
    assert.equal(names.length, requests.length * 2 + 1);
    assert.equal(statSync(directory).mode & 0o777, 0o700);
    for (const name of names) {
      const path = join(directory, name);
      assert.equal(statSync(path).mode & 0o777, 0o600);
      const text = readFileSync(path, 'utf8');
      for (const secret of ['admin-password', ...tokens]) assert.ok(!text.includes(secret), `${name}: ${secret}`);
    }
    assert.ok(tokens.length >= 2);
  });

  it('replays an error of the server and a refused connection as they were', async (t) => {
    const directory = place(t);
    const cloud = simulate();
    const transport: Transport = async (request) =>
      request.url.includes('/servers') ? response(500, { computeFault: { message: 'Out of luck' } }) : cloud(request);
    const first = await stackline(`list --record ${directory}`, { transport });
    const again = await stackline(`list --replay ${directory}`, alone);
    assert.match(first.stderr, /Out of luck \(HTTP 500\)/);
    assert.deepEqual([again.stdout, again.stderr, again.code], [first.stdout, first.stderr, 1]);
    const refused = place(t);
    await stackline(`list --record ${refused}`, { env: { OS_AUTH_URL: 'http://nowhere.example.com/v3' } });
    assert.match((await stackline(`list --replay ${refused}`, alone)).stderr, /Connection refused/);
  });

  it('says which answer the recording does not hold, and which could not be recorded', async (t) => {
    const directory = place(t);
    await stackline(`list --record ${directory}`);
    const other = await stackline(`flavor-list --replay ${directory}`, alone);
    assert.match(
      other.stderr,
      /The recording in .* holds no answer to GET http:\/\/cloud\.example\.com:8774\/\S+\/flavors/,
    );
    assert.equal(other.code, 1);
    const broken = place(t);
    const cloud = simulate();
    const transport: Transport = async (request) =>
      request.url.includes('/servers')
        ? {
            status: 200,
            headers: { 'content-type': 'application/json' },
            body: response(200, '{"servers": [{"adm').body,
          }
        : cloud(request);
    await stackline(`list --record ${broken}`, { transport });
    const { stderr, code } = await stackline(`list --replay ${broken}`, alone);
    assert.match(stderr, /does not hold the answer to GET .*\nIt was left out: it is broken JSON\.\n$/);
    assert.equal(code, 1);
  });

  it('refuses to replay what is no recording', async (t) => {
    const directory = place(t);
    const none = await stackline(`list --replay ${directory}`, alone);
    assert.match(none.stderr, /Cannot use .* for a recording: No such file or directory/);
    await stackline(`list --record ${directory}`);
    for (const content of ['', 'null', '{"at": "soon", "request": {}}', '[]']) {
      writeFileSync(join(directory, '0001.json'), content);
      const { stderr, code } = await stackline(`list --replay ${directory}`, alone);
      assert.match(stderr, /0001\.json is (broken JSON|no recorded exchange)/);
      assert.equal(code, 1);
    }
    assert.equal((await stackline(`list --replay ${directory} --record ${directory}`)).code, 2);
    chmodSync(directory, 0o700);
    const inTheWay = await stackline(`list --record ${join(directory, '0001.json')}`);
    assert.match(inTheWay.stderr, /(Unable to write|Cannot use) .*: /);
    assert.equal(inTheWay.code, 1);
  });
});
