import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../src/core/errors.js';
import { HttpFailure } from '../../src/http/api-errors.js';
import type { HttpRequest, HttpResponse, Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { collect, loginEnv, memoryStore, sessionOf } from '../support/sessions.js';
import { counting, response } from '../support/transports.js';

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
