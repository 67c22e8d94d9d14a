import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../src/core/errors.js';
import type { HttpRequest, Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { identityApi } from '../../src/services/identity/index.js';
import { collect, loginEnv, memoryStore, sessionOf } from '../support/sessions.js';
import { counting, lacking, response } from '../support/transports.js';

test('a session that is not used asks nobody', async () => {
  const { transport, requests } = counting(simulate());
  await sessionOf({ transport, env: loginEnv('admin', 'v3') }).settled();
  assert.deepEqual(requests, []);
});

test('requests: two for a first list, one with a kept login; a microversion is learnt once', async () => {
  for (const compute of ['v2', 'v2.1'] as const) {
    const { transport, requests } = counting(simulate({ compute }));
    const store = memoryStore();
    for (const version of ['v2.0', 'v3'] as const) {
      const env = loginEnv('admin', version);
      const ask = async (applet: string): Promise<number> => {
        requests.length = 0;
        const session = sessionOf({ transport, env, store, applet });
        if (applet === 'nova') await collect(session.pages({ service: 'compute', path: '/servers' }, 'servers'));
        else await collect((await identityApi(session)).endpoints());
        await session.settled();
        return requests.length;
      };
      assert.equal(await ask('nova'), 2, requests.join('\n'));
      assert.equal(await ask('nova'), 1, requests.join('\n'));
      assert.equal(await ask('keystone'), 1, requests.join('\n'));
    }
    store.held.clear();
  }
});

test('nothing is kept or read when the settings say so', async () => {
  const { transport, requests } = counting(simulate());
  const store = memoryStore();
  for (const env of [loginEnv('admin', 'v3'), loginEnv('admin', 'v3', { OS_NO_CACHE: '1' })]) {
    requests.length = 0;
    const session = sessionOf({ transport, env, store });
    await session.accessInfo();
    await session.settled();
    assert.equal(requests.length, 1);
  }
  // The login, and the same for other scopes of this user.
  assert.equal(store.held.size, 2);
});

test('another password, project or trust in the server is another login', async () => {
  const store = memoryStore();
  const transport = simulate();
  const env = loginEnv('admin', 'v3');
  const first = sessionOf({ transport, env, store });
  await first.accessInfo();
  await first.settled();
  const wrong = sessionOf({ transport, env: { ...env, OS_PASSWORD: 'guess' }, store });
  await assert.rejects(wrong.accessInfo(), { name: 'Unauthorized' });
  const { transport: counted, requests } = counting(transport);
  await sessionOf({ transport: counted, env: { ...env, NOVACLIENT_INSECURE: '1' }, store }).accessInfo();
  assert.equal(requests.length, 1);
  await sessionOf({ transport: counted, env: { ...env, OS_REGION_NAME: 'Elsewhere' }, store }).accessInfo();
  assert.equal(requests.length, 1);
});

test('calls made at once share one login, and one new login when it is refused', async () => {
  const { transport, requests } = counting(simulate());
  const store = memoryStore();
  const env = loginEnv('admin', 'v2.0');
  const many = async (): Promise<string[]> => {
    requests.length = 0;
    const session = sessionOf({ transport, env, store });
    const call = { service: 'compute', path: '/servers' };
    await Promise.all([session.json(call), session.json(call), session.json(call)]);
    await session.settled();
    return requests.map((request) => request.split(' ')[0] ?? '');
  };
  assert.deepEqual(await many(), ['POST', 'GET', 'GET', 'GET']);
  for (const [material, text] of store.held)
    store.held.set(material, text.replace(/"token":"[^"]*"/, '"token":"stale"'));
  assert.equal((await many()).filter((method) => method === 'POST').length, 1);
});

test('a fresh token that is refused is an error, not a loop', async () => {
  const cloud = simulate();
  const { transport, requests } = counting(async (request: HttpRequest) =>
    request.url.includes(':8774') ? response(401, { error: { message: 'No.' } }) : cloud(request),
  );
  const session = sessionOf({ transport, env: loginEnv('admin', 'v2.0') });
  await assert.rejects(session.json({ service: 'compute', path: '/servers' }), { status: 401 });
  assert.equal(requests.length, 2);
});

test('a service token with its endpoint needs no login, and has no catalogue', async () => {
  const endpoints = [
    ['http://cloud.example.com:35357/v2.0', 'v2.0'],
    ['http://cloud.example.com:35357/v3', 'v3'],
    ['http://cloud.example.com:35357', 'v2.0'],
  ] as const;
  for (const [url, version] of endpoints) {
    const { transport, requests } = counting(simulate());
    const { token } = await sessionOf({ transport, env: loginEnv('admin', 'v3') }).accessInfo();
    requests.length = 0;
    const env = { OS_SERVICE_TOKEN: token, OS_SERVICE_ENDPOINT: url };
    const session = sessionOf({ transport, env, applet: 'keystone' });
    assert.equal(await session.identityVersion(), version);
    assert.ok((await collect((await identityApi(session)).services())).length > 0);
    assert.equal(requests.length, 1);
    await assert.rejects(
      session.accessInfo(),
      /^CommandError: Configuration error: Client configured to run without a service catalog\./,
    );
    await assert.rejects(session.endpoint('compute'), /without a service catalog/);
  }
  const shared = {
    OS_SERVICE_TOKEN: 'sandbox-admin-token',
    OS_SERVICE_ENDPOINT: 'http://cloud.example.com:35357/v2.0',
  };
  const bootstrap = sessionOf({ transport: simulate(), env: shared, applet: 'keystone' });
  assert.ok((await collect((await identityApi(bootstrap)).endpoints())).length > 0);
  const env = { OS_SERVICE_TOKEN: 'guess', OS_SERVICE_ENDPOINT: 'http://cloud.example.com:35357/v2.0' };
  const wrong = sessionOf({ transport: simulate(), env, applet: 'keystone' });
  await assert.rejects(collect((await identityApi(wrong)).services()), /Invalid OpenStack Identity credentials\./);
});

test('without an adminURL v2.0 says what is missing and asks no other port', async () => {
  const { transport, requests } = counting(simulate());
  const cloud: Transport = async (request) => {
    const answer = await transport(request);
    if (request.method !== 'POST') return answer;
    const chunks: Uint8Array[] = [];
    for await (const chunk of answer.body) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString().replaceAll('"adminURL"', '"oldURL"');
    return response(200, JSON.parse(text));
  };
  const session = sessionOf({ transport: cloud, env: loginEnv('admin', 'v2.0'), applet: 'keystone' });
  await assert.rejects(collect((await identityApi(session)).services()), (error) => {
    assert.ok(error instanceof Failure);
    assert.equal(error.message, 'adminURL endpoint for identity service in RegionOne region not found');
    assert.match(error.hint ?? '', /identity named keystone in RegionOne \(publicURL, internalURL\)/);
    return true;
  });
  assert.equal(requests.length, 1);
});

test('headers: who we are, the token, and both spellings of the microversion', async () => {
  const { transport, sent } = counting(simulate({ compute: 'v2.1' }));
  const session = sessionOf({ transport, env: loginEnv('admin', 'v3') });
  await session.json({ service: 'compute', path: '/servers', query: { name: 'x', all_tenants: 1, empty: '' } });
  await session.json({ service: 'compute', path: '/servers', microversion: 'none' });
  await session.json({ service: 'compute', path: '/servers', microversion: '2.47' });
  await session.json({ service: 'compute', path: '/servers' });
  const [, first, second, third, fourth] = sent;
  const version = await session.microversion();
  assert.match(version ?? '', /^2\.\d+$/);
  assert.match(first?.url ?? '', /\/servers\?all_tenants=1&name=x$/);
  assert.match(first?.headers['user-agent'] ?? '', /^stackline\/\d/);
  assert.equal(first?.headers.accept, 'application/json');
  assert.equal(first?.headers['x-auth-token'], (await session.accessInfo()).token);
  assert.equal(first?.headers['x-openstack-nova-api-version'], 'latest');
  assert.equal(first?.headers['openstack-api-version'], 'compute latest');
  assert.equal(second?.headers['openstack-api-version'], undefined);
  assert.equal(third?.headers['openstack-api-version'], 'compute 2.47');
  assert.equal(fourth?.headers['x-openstack-nova-api-version'], version);
  assert.equal(fourth?.headers['openstack-api-version'], `compute ${version}`);
});

test('an explicit microversion is sent without asking, and its refusal names the range', async () => {
  const { transport, requests } = counting(simulate({ compute: 'v2.1' }));
  const list = (version: string, compute = transport): Promise<unknown> =>
    sessionOf({ transport: compute, env: loginEnv('admin', 'v3', { OS_COMPUTE_API_VERSION: version }) }).json({
      service: 'compute',
      path: '/servers',
    });
  await list('2.10');
  assert.equal(requests.length, 2);
  const range = 'Version 2.92 is not supported by the API. Minimum is 2.1 and maximum is 2.53.';
  const older: Transport = async (request) =>
    request.headers['openstack-api-version'] === 'compute 2.92'
      ? response(406, { computeFault: { message: range, code: 406 } })
      : transport(request);
  await assert.rejects(list('2.92', older), {
    name: 'UnsupportedVersion',
    message: /^The specified version isn't supported by server\. The valid version range is '2\.1' to '2\.53'$/,
  });
  requests.length = 0;
  await assert.rejects(list('2.93'), /isn't supported by client/);
  assert.deepEqual(requests, []);
  await assert.rejects(list('2.10', simulate({ compute: 'v2' })), { message: "Server doesn't support microversions" });
  await list('2', simulate({ compute: 'v2' }));
});

test('a compute service that does not tell its microversions is used without', async () => {
  const cloud = simulate({ compute: 'v2.1' });
  for (const status of [401, 404, 503]) {
    const { transport, requests } = counting(lacking(cloud, /^\/v2\.1\/$/, status));
    const notes: string[] = [];
    const session = sessionOf({ transport, env: loginEnv('admin', 'v3'), notes });
    assert.equal(await session.microversion(), undefined);
    assert.ok(await session.json({ service: 'compute', path: '/servers' }));
    assert.equal(requests.length, status === 503 ? 4 : 3);
    assert.match(notes.join(), new RegExp(`HTTP ${status}\\): none is used`));
  }
});

test('a learnt microversion that the server refuses is learnt again', async () => {
  const { transport, requests } = counting(simulate({ compute: 'v2.1' }));
  const store = memoryStore();
  const env = loginEnv('admin', 'v3');
  const first = sessionOf({ transport, env, store });
  await first.json({ service: 'compute', path: '/servers' });
  await first.settled();
  for (const [material, text] of store.held) store.held.set(material, text.replace(/"2\.\d+"/, '"2.96"'));
  requests.length = 0;
  const second = sessionOf({ transport, env, store });
  assert.ok(await second.json({ service: 'compute', path: '/servers' }));
  assert.equal(requests.length, 3);
});

test('a list is followed to its end, the next page asked for before the last one is used', async () => {
  const { transport, requests } = counting(simulate({ pageSize: 2 }));
  const session = sessionOf({ transport, env: loginEnv('admin', 'v2.0') });
  const call = { service: 'compute', path: '/servers/detail', query: { all_tenants: 1 } };
  const pages = session.pages(call, 'servers')[Symbol.asyncIterator]();
  await pages.next();
  assert.equal(requests.length, 3);
  await pages.return?.();
  const ids = (await collect(session.pages(call, 'servers'))).map((server) => Reflect.get(Object(server), 'id'));
  assert.ok(ids.length > 4);
  assert.equal(new Set(ids).size, ids.length);
});

const listing = (pages: Record<string, string>): Transport => {
  const cloud = simulate();
  return async (request) => {
    if (!request.url.includes(':8774')) return cloud(request);
    const next = pages[new URL(request.url).search];
    return response(200, {
      servers: [{ id: request.url }],
      ...(next === undefined ? {} : { servers_links: [{ rel: 'next', href: next }] }),
    });
  };
};

test('a list that leads back to itself is an error, and one that leads to another host goes on where it began', async () => {
  const read = (pages: Record<string, string>): Promise<unknown[]> =>
    collect(
      sessionOf({ transport: listing(pages), env: loginEnv('admin', 'v2.0') }).pages(
        { service: 'compute', path: '/servers' },
        'servers',
      ),
    );
  assert.equal((await read({ '': '?marker=1', '?marker=1': '?marker=2' })).length, 3);
  await assert.rejects(read({ '': '?marker=1', '?marker=1': '?marker=1' }), /does not end/);
  await assert.rejects(read({ '': '?marker=1', '?marker=1': '?marker=2', '?marker=2': '?marker=1' }), /does not end/);
  const elsewhere = await read({ '': 'http://evil.example/servers?marker=1' });
  const hosts = elsewhere.map((item) => new URL((item as { id: string }).id).host);
  assert.deepEqual(hosts, ['cloud.example.com:8774', 'cloud.example.com:8774']);
});

test('HEAD gives headers, a refusal a failure', async () => {
  const cloud = simulate();
  const transport: Transport = async (request) =>
    request.url.includes(':8080')
      ? response(request.url.endsWith('/none') ? 404 : 204, '', { 'x-account': '1' })
      : cloud(request);
  const session = sessionOf({ transport, env: loginEnv('admin', 'v2.0') });
  assert.equal((await session.head({ service: 'object-store', path: '' }))['x-account'], '1');
  await assert.rejects(session.head({ service: 'object-store', path: '/none' }), { status: 404 });
});

test('a fixed endpoint replaces the catalogue for its own service only; with a token no login is made', async () => {
  const { transport, requests } = counting(simulate());
  const env = loginEnv('admin', 'v2.0', { OS_ENDPOINT_OVERRIDE: 'http://cloud.example.com:8774/v2/' });
  const session = sessionOf({ transport, env });
  assert.equal(await session.endpoint('compute'), 'http://cloud.example.com:8774/v2');
  assert.match(await session.endpoint('image'), /:9292/);
  const { token } = await session.accessInfo();
  requests.length = 0;
  const bare = sessionOf({
    transport,
    env: {
      OS_TOKEN: token,
      OS_ENDPOINT_OVERRIDE: await sessionOf({ transport: simulate(), env: loginEnv('admin', 'v2.0') }).endpoint(
        'compute',
      ),
    },
  });
  await bare.json({ service: 'compute', path: '/servers' });
  assert.equal(requests.length, 1);
});
