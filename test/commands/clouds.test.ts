import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { simulate } from '../../src/sandbox/index.js';
import { end, manyClouds, passwordOf } from '../support/many-clouds.js';
import { stackline } from '../support/stackline.js';

const HOME = { HOME: '/home/somebody', OS_AUTH_URL: undefined };
const CLOUDS = `clouds:
  work: {auth: {auth_url: http://cloud.example.com:5000/v2.0, username: admin, password: admin-password, project_name: admin}}
  play: {auth: {auth_url: http://cloud.example.com:5000/v3, username: tom, project_name: tom}}
`;
const files = new Map([['/home/somebody/.config/openstack/clouds.yaml', CLOUDS]]);

describe('stackline clouds', () => {
  it('asks each identity service what it offers, and sends nobody a password', async () => {
    const clouds = manyClouds({ a: 'good', b: 'dead', c: 'good' });
    const { code, stdout, stderr } = await end('clouds -f csv --quote minimal -c Cloud -c State -c Details', clouds);
    assert.equal(stderr, '');
    assert.equal(code, 6);
    assert.equal(
      stdout,
      'Cloud,State,Details\na,up,"v2.0, v3"\nb,down,Unable to establish connection: Connection refused\nc,up,"v2.0, v3"\n',
    );
    for (const name of clouds.names) {
      const sent = clouds.sent.get(name) ?? [];
      assert.deepEqual(
        sent.map(({ method, url }) => `${method} ${url}`),
        [`GET http://${name}.example.com/identity/`],
      );
      assert.ok(!JSON.stringify(sent).includes(passwordOf(name)));
      assert.equal(sent[0]?.headers['x-auth-token'], undefined);
    }
  });
});

describe('stackline clouds --timeout', () => {
  it('is how long each of them may take, although no cloud is chosen', async () => {
    const { code, stdout } = await end(
      'clouds -f value -c Cloud -c Details --timeout 1',
      manyClouds({ a: 'held', b: 'good' }),
    );
    assert.deepEqual([code, stdout], [6, 'a no answer within 1 s\nb v2.0, v3\n']);
  });
});

describe('stackline use', () => {
  it('keeps a cloud, shows it, and takes it back', async () => {
    const kept: Record<string, string> = { format: 'table' };
    const config = JSON.stringify(kept);
    const chosen = await stackline('use work', { env: HOME, files, kept, config });
    assert.equal(chosen.code, 0);
    assert.deepEqual(kept, { format: 'table', cloud: 'work' });
    const after = { env: HOME, files, config: JSON.stringify(kept), kept };
    assert.match((await stackline('use', after)).stdout, /^work \(.*config\.json\)\n$/);
    assert.match((await stackline('whoami', after)).stdout, /\| cloud +\| work /);
    assert.match((await stackline('config -f value', after)).stdout, /^cloud work .*config\.json$/m);
    assert.match((await stackline('clouds -f value -c Cloud -c Current', after)).stdout, /^work True\nplay False\n/);
    assert.equal((await stackline('use -', after)).code, 0);
    assert.deepEqual(kept, { format: 'table' });
  });

  it('loses against whatever names another cloud', async () => {
    const config = '{"cloud": "play"}';
    const cases: readonly (readonly [string, Record<string, string>, string])[] = [
      ['use', { OS_CLOUD: 'work' }, 'env[OS_CLOUD]'],
      ['use', { OS_AUTH_URL: 'http://cloud.example.com:5000/v2.0' }, 'env[OS_AUTH_URL]'],
      ['use --os-cloud work', {}, '--os-cloud'],
      ['use --os-auth-url http://cloud.example.com:5000/v2.0', {}, '--os-auth-url'],
    ];
    for (const [line, env, why] of cases) {
      const { stderr } = await stackline(line, { env: { ...HOME, ...env }, files, config });
      assert.equal(stderr, `It is not used now: ${why} wins over it.\n`);
    }
    // Nothing of the chosen cloud is mixed into the login of the environment.
    const { requests, code } = await stackline('list', { config, files, env: { HOME: '/home/somebody' } });
    assert.equal(code, 0);
    assert.match(requests[0] ?? '', /^POST http:\/\/cloud\.example\.com:5000\/v2\.0\/tokens$/);
    const shown = await stackline('config -f value', { config, files, env: { HOME: '/home/somebody' } });
    assert.match(shown.stdout, /^cloud play .*, but env\[OS_AUTH_URL\] wins over it$/m);
    assert.doesNotMatch(shown.stdout, /^username tom/m);
  });

  it('refuses a cloud that is not there, and says which one was meant', async () => {
    const { code, stderr } = await stackline('use wrok', { env: HOME, files, kept: {} });
    assert.deepEqual([code, stderr], [1, "Cloud wrok was not found.\nDid you mean 'work'?\n"]);
  });
});

describe('stackline services', () => {
  it('is one list for each of the three services', async () => {
    const { requests, code } = await stackline('services');
    assert.equal(code, 0);
    const lists = requests.filter((request) => request.startsWith('GET')).map((request) => request.split('/').at(-1));
    assert.deepEqual(lists.toSorted(), ['agents', 'os-services', 'os-services']);
  });

  it('shows what it knows, and ends with 6, where one of the three does not answer', async () => {
    const cloud = simulate();
    const { code, stdout, stderr } = await stackline('services -f csv --quote minimal', {
      transport: async (request) => {
        if (request.url.includes(':9696/')) throw new (await import('../../src/core/errors.js')).Failure('no network');
        return cloud(request);
      },
    });
    assert.equal(code, 6);
    assert.equal(stderr, 'network: no network\n');
    assert.match(stdout, /^compute,/m);
    assert.match(stdout, /^volume,/m);
    assert.doesNotMatch(stdout, /^network,/m);
  });
});
