import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../src/core/errors.js';
import type { Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { loginEnv, memoryStore, sessionOf } from '../support/sessions.js';
import { counting, lacking, response, scripted } from '../support/transports.js';

const verbs = (requests: readonly string[]): string[] =>
  requests.map((request) => request.replace('http://cloud.example.com', ''));

test('an auth URL without a version is discovered, once; what was found is remembered with the login', async () => {
  let now = Date.UTC(2013, 1, 10);
  const { transport, requests } = counting(simulate({ now: () => now }));
  const store = memoryStore();
  const notes: string[] = [];
  const env = loginEnv('admin', 'v3', { OS_AUTH_URL: 'http://cloud.example.com:5000' });
  const login = async (more = {}): Promise<string> => {
    requests.length = 0;
    const session = sessionOf({ transport, env: { ...env, ...more }, store, now: () => now, notes });
    const { version } = await session.accessInfo();
    await session.settled();
    return version;
  };
  assert.equal(await login(), 'v2.0');
  assert.deepEqual(verbs(requests), ['GET :5000', 'POST :5000/v2.0/tokens']);
  assert.match(notes[0] ?? '', /offers Identity v2\.0, v3; using http:\/\/cloud\.example\.com:5000\/v2\.0\./);
  now += 2 * 86_400_000;
  assert.equal(await login(), 'v2.0');
  assert.deepEqual(verbs(requests), ['POST :5000/v2.0/tokens']);
  assert.equal(await login({ OS_USER_DOMAIN_NAME: 'Default', OS_PROJECT_DOMAIN_ID: 'default' }), 'v3');
  assert.deepEqual(verbs(requests), ['GET :5000', 'POST :5000/v3/auth/tokens']);
  assert.equal(await login({ OS_DEFAULT_DOMAIN_ID: 'default' }), 'v3');
  assert.equal(await login({ OS_IDENTITY_API_VERSION: '3' }), 'v3');
  assert.equal(await login({ OS_IDENTITY_API_VERSION: '2.0' }), 'v2.0');
});

test('an auth URL of v2.0 on a cloud that has only v3 works, and says so to who asks', async () => {
  for (const status of [404, 410, 300]) {
    const { transport, requests } = counting(lacking(simulate(), /^\/v2\.0/, status));
    const notes: string[] = [];
    const session = sessionOf({ transport, env: loginEnv('admin', 'v2.0'), notes });
    assert.equal((await session.accessInfo()).version, 'v3');
    assert.deepEqual(verbs(requests), ['POST :5000/v2.0/tokens', 'POST :5000/v3/auth/tokens']);
    assert.match(
      notes.join(),
      new RegExp(`/v2\\.0 answers HTTP ${status}: no Identity v2\\.0 there, so http.*/v3 is used`),
    );
  }
});

test('an auth URL of v2.0 with a domain other than the default one goes to v3', async () => {
  const { transport, requests } = counting(simulate());
  const env = loginEnv('admin', 'v2.0', { OS_USER_DOMAIN_NAME: 'Default', OS_PROJECT_DOMAIN_NAME: 'Default' });
  assert.equal((await sessionOf({ transport, env }).accessInfo()).version, 'v2.0');
  requests.length = 0;
  const other = sessionOf({ transport, env: { ...env, OS_USER_DOMAIN_NAME: 'staff' } });
  await assert.rejects(other.accessInfo(), { name: 'Unauthorized' });
  assert.deepEqual(verbs(requests), ['POST :5000/v3/auth/tokens']);
});

test('what is no identity service is said to be none', async () => {
  const nowhere = scripted({ 'GET http://web/': () => response(200, '<html>Welcome</html>') });
  for (const url of ['http://web/', 'http://web/v2.0', 'http://web/v3', 'http://web/cloud']) {
    const session = sessionOf({ transport: nowhere, env: loginEnv('admin', 'v3', { OS_AUTH_URL: url }) });
    await assert.rejects(session.accessInfo(), (error) => {
      assert.ok(error instanceof Failure);
      assert.equal(error.name, 'DiscoveryFailure');
      assert.match(
        error.message,
        /^Could not find versioned identity endpoints .* check that your auth_url is correct\.$/,
      );
      assert.match(error.hint ?? '', /^http:\/\/web\S* answered with HTTP \d+\.$/);
      return true;
    });
  }
  const page: Transport = async () => response(200, '<html>Welcome</html>');
  await assert.rejects(sessionOf({ transport: page, env: loginEnv('admin', 'v3') }).accessInfo(), {
    name: 'DiscoveryFailure',
  });
  const bare = sessionOf({ transport: page, env: loginEnv('admin', 'v3', { OS_AUTH_URL: 'controller:5000' }) });
  await assert.rejects(bare.accessInfo(), Failure);
});

test('a cloud with v2.0 only cannot do domains', async () => {
  const versions = {
    versions: {
      values: [
        {
          id: 'v2.0',
          status: 'stable',
          updated: '2013-03-06T00:00:00Z',
          links: [{ rel: 'self', href: 'http://old:5000/v2.0/' }],
        },
      ],
    },
  };
  const cloud = simulate();
  const old: Transport = async (request) =>
    request.method === 'GET'
      ? response(300, versions)
      : cloud({ ...request, url: request.url.replace('old', 'cloud.example.com') });
  const env = loginEnv('admin', 'v2.0', { OS_AUTH_URL: 'http://old:5000' });
  assert.equal(
    (await sessionOf({ transport: old, env: { ...env, OS_USER_DOMAIN_ID: 'default' } }).accessInfo()).version,
    'v2.0',
  );
  await assert.rejects(sessionOf({ transport: old, env: { ...env, OS_USER_DOMAIN_ID: 'staff' } }).accessInfo(), {
    message: 'Cannot use v2 authentication with domain scope',
  });
});
