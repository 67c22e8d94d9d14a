import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../src/core/errors.js';
import { HttpFailure } from '../../src/http/api-errors.js';
import type { HttpRequest, HttpResponse, Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { identityApi } from '../../src/services/identity/index.js';
import { collect, loginEnv, memoryStore, sessionOf } from '../support/sessions.js';
import { counting, lacking, response, scripted } from '../support/transports.js';

const verbs = (requests: readonly string[]): string[] =>
  requests.map((request) => request.replace('http://cloud.example.com', ''));

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

test('a kept catalogue that is out of date is had again: an endpoint that is new, a service that has moved', async () => {
  const { transport, requests } = counting(simulate());
  const store = memoryStore();
  const env = loginEnv('admin', 'v3');
  const first = sessionOf({ transport, env, store });
  await first.accessInfo();
  await first.settled();
  const keptBefore = new Map(store.held);
  const spoil = (from: RegExp, to: string): void => {
    for (const [material, text] of keptBefore) store.held.set(material, text.replace(from, to));
    requests.length = 0;
  };
  spoil(/"type":"image"/g, '"type":"other"');
  const second = sessionOf({ transport, env, store });
  assert.match(await second.endpoint('image'), /:9292/);
  assert.equal(requests.length, 1);
  await assert.rejects(second.endpoint('dns'), { name: 'EndpointNotFound' });
  assert.equal(requests.length, 1);
  await second.settled();

  spoil(/cloud\.example\.com:8774/g, 'old.example.com:8774');
  const third = sessionOf({ transport, env, store });
  assert.ok(await third.json({ service: 'compute', path: '/servers' }));
  assert.deepEqual(
    requests.map((request) => request.replace(/^(\w+) http:\/\/([^/]+).*/, '$1 $2')),
    ['GET old.example.com:8774', 'POST cloud.example.com:5000', 'GET cloud.example.com:8774'],
  );
});

test('a place that a service has left is told from an answer of the service', async () => {
  const page = () => response(404, '<html><title>404 Not Found</title><h1>Not Found</h1></html>');
  const own = { 'x-openstack-request-id': 'req-1' };
  const cases: readonly [string, () => HttpResponse, boolean][] = [
    ['a page', page, true],
    ['gone', () => response(410, 'Gone'), true],
    ['versions, where there is none of this path', () => response(300, { choices: [] }), true],
    ['no such server', () => response(404, { itemNotFound: { message: 'no' } }), false],
    ['a page of the service', () => response(404, '<html><h1>404</h1></html>', own), false],
    ['a service in trouble', () => response(500, 'oops'), false],
  ];
  for (const [what, old, isLeft] of cases) {
    const cloud = simulate();
    const { transport, requests } = counting(async (request) =>
      request.url.includes('old.example.com') ? old() : cloud(request),
    );
    const store = memoryStore();
    const env = loginEnv('admin', 'v3', { OS_COMPUTE_API_VERSION: '2' });
    await keepMoved({ transport, env, store }, 'http://old.example.com:8774');
    requests.length = 0;
    const list = sessionOf({ transport, env, store }).json({ service: 'compute', path: '/servers' });
    if (isLeft) assert.ok(await list, what);
    else await assert.rejects(list, HttpFailure, what);
    assert.equal(requests.length, isLeft ? 3 : 1, what);
  }
});

/** A login is kept whose catalogue has the compute service elsewhere. */
async function keepMoved(
  at: { transport: Transport; env: Record<string, string>; store: ReturnType<typeof memoryStore> },
  place: string,
): Promise<void> {
  const session = sessionOf(at);
  await session.accessInfo();
  await session.settled();
  for (const [material, text] of at.store.held)
    at.store.held.set(material, text.replaceAll('http://cloud.example.com:8774', place));
}

test('a service that moves between two pages of a list ends it with an error, not with the first page again', async () => {
  const cloud = simulate();
  const old = 'http://old.example.com:8774';
  const transport: Transport = async (request) => {
    if (!request.url.startsWith(old)) return cloud(request);
    if (request.url.includes('marker')) throw new Failure('refused', { name: 'ConnectFailure' });
    return response(200, { servers: [{ id: 'a' }], servers_links: [{ rel: 'next', href: `${request.url}?marker=a` }] });
  };
  const store = memoryStore();
  const env = loginEnv('admin', 'v3', { OS_COMPUTE_API_VERSION: '2' });
  await keepMoved({ transport, env, store }, old);
  const session = sessionOf({ transport, env, store });
  await assert.rejects(collect(session.pages({ service: 'compute', path: '/servers' }, 'servers')), {
    name: 'ConnectFailure',
  });
});

test('a service that nobody answers for is said to be unreachable, after one look for where it may be now', async () => {
  const cloud = simulate();
  const { transport, requests } = counting(async (request: HttpRequest) =>
    cloud({ ...request, url: request.url.replace(':8774', ':1') }),
  );
  const store = memoryStore();
  for (const expected of [2, 2]) {
    requests.length = 0;
    const session = sessionOf({ transport, env: loginEnv('admin', 'v2.0'), store });
    await assert.rejects(session.json({ service: 'compute', path: '/servers' }), { name: 'ConnectFailure' });
    await session.settled();
    assert.equal(requests.length, expected, requests.join('\n'));
  }
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
  await assert.rejects(list('2.96'), {
    name: 'UnsupportedVersion',
    message: /^The specified version isn't supported by server\. The valid version range is '2\.1' to '2\.\d+'$/,
  });
  requests.length = 0;
  await assert.rejects(list('2.999'), /isn't supported by client/);
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
