import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HttpRequest, HttpResponse, Transport } from '../../src/http/transport.js';
import { HIGHEST, READ_ALIKE } from '../../src/lib/microversion.js';
import { simulate } from '../../src/sandbox/index.js';
import { answeredMinor } from '../../src/session/microversion.js';
import { loginEnv, memoryStore, sessionOf } from '../support/sessions.js';
import { counting, response } from '../support/transports.js';

/* How a session finds out which microversion of Compute to use, in how few requests, and that no other is ever read. */

const env = loginEnv('admin', 'v3');
const call = { service: 'compute', path: '/servers/detail', query: { all_tenants: 1 } } as const;
const ours = `2.${HIGHEST}`;

const wantedOf = ({ headers }: HttpRequest): string => headers['openstack-api-version']?.replace('compute ', '') ?? '-';
const isCompute = ({ url }: HttpRequest): boolean => url.includes(':8774');

/** What the compute service was asked, and in which version; everybody else only by method. */
const asked = (sent: readonly HttpRequest[]): string[] =>
  sent.map((one) => (isCompute(one) ? `${one.method} ${new URL(one.url).pathname} ${wantedOf(one)}` : one.method));

const LIST = '/v2.1/servers/detail';
const DOCUMENT = 'GET /v2.1/ -';

const answeredAt = (answer: HttpResponse, version: string): HttpResponse => ({
  ...answer,
  headers: {
    ...answer.headers,
    'openstack-api-version': `compute ${version}`,
    'x-openstack-nova-api-version': version,
  },
});

/** The embedded cloud as one that has more microversions than we know of: its answers there are not for us. */
function newer({ highest = HIGHEST + 24, lowest = 1, status = 200 } = {}): Transport {
  const cloud = simulate({ compute: 'v2.1' });
  return async (request) => {
    const wanted = isCompute(request) ? wantedOf(request) : '-';
    if (isCompute(request) && /\/v2\.1\/$/.test(request.url)) {
      return response(200, { version: { id: 'v2.1', version: `2.${highest}`, min_version: `2.${lowest}` } });
    }
    if (wanted === 'latest') return answeredAt(response(status, { servers: [{ id: 'not for us' }] }), `2.${highest}`);
    if (wanted === '-') return cloud(request);
    const minor = Number(wanted.slice(2));
    if (minor < lowest || minor > highest) {
      const message = `Version ${wanted} is not supported by the API. Minimum is 2.${lowest} and maximum is 2.${highest}.`;
      return response(406, { computeFault: { message, code: 406 } });
    }
    // It has what the embedded cloud has not yet.
    const known = { 'openstack-api-version': 'compute 2.93', 'x-openstack-nova-api-version': '2.93' };
    return answeredAt(await cloud({ ...request, headers: { ...request.headers, ...known } }), wanted);
  };
}

/** The same cloud behind something that changes the answers of its compute service. */
const behind = (cloud: Transport, change: (answer: HttpResponse, request: HttpRequest) => HttpResponse): Transport => {
  return async (request) => {
    const answer = await cloud(request);
    return isCompute(request) ? change(answer, request) : answer;
  };
};

const withoutVersion = (answer: HttpResponse): HttpResponse => {
  const { 'openstack-api-version': _new, 'x-openstack-nova-api-version': _old, ...headers } = answer.headers;
  return { ...answer, headers };
};

const ids = (answer: unknown): string[] =>
  (Reflect.get(Object(answer), 'servers') as { id: string }[]).map(({ id }) => id);

describe('a cloud that has no more microversions than we know of', () => {
  it('answers a first list in two requests, and says itself which version that was', async () => {
    const { transport, sent } = counting(simulate({ compute: 'v2.1' }));
    const store = memoryStore();
    const session = sessionOf({ transport, env, store });
    assert.ok(ids(await session.json(call)).length > 3);
    assert.deepEqual(asked(sent), ['POST', `GET ${LIST} latest`]);
    assert.equal(await session.microversion(), ours);
    await session.json(call);
    assert.deepEqual(asked(sent).slice(2), [`GET ${LIST} ${ours}`]);
    await session.settled();
    sent.length = 0;
    await sessionOf({ transport, env, store }).json(call);
    assert.deepEqual(asked(sent), [`GET ${LIST} ${ours}`]);
  });

  it('is asked for its versions by who must know before: what changes something, and who says so', async () => {
    const { transport, sent } = counting(simulate({ compute: 'v2.1' }));
    const write = sessionOf({ transport, env });
    await write
      .json({ service: 'compute', path: '/servers/1/action', method: 'POST', body: {} })
      .catch(() => undefined);
    assert.deepEqual(asked(sent), ['POST', DOCUMENT, `POST /v2.1/servers/1/action ${ours}`]);
    sent.length = 0;
    const asks = sessionOf({ transport, env });
    assert.equal(await asks.microversion(), ours);
    await asks.json(call);
    assert.deepEqual(asked(sent), ['POST', DOCUMENT, `GET ${LIST} ${ours}`]);
  });

  it('is never asked at latest by who wants a version, or none', async () => {
    const { transport, sent } = counting(simulate({ compute: 'v2.1' }));
    for (const version of ['2.10', '2.0', '1.1']) {
      await sessionOf({ transport, env: { ...env, OS_COMPUTE_API_VERSION: version } }).json(call);
    }
    await sessionOf({ transport, env }).json({ ...call, microversion: '2.60' });
    await sessionOf({ transport, env }).json({ ...call, microversion: 'none' });
    const versions = sent.filter(isCompute).map(wantedOf);
    assert.deepEqual(versions, ['2.10', '-', '-', '2.60', '-']);
  });

  it('and that refuses a kept login is asked at latest once more, with the new one', async () => {
    const cloud = simulate({ compute: 'v2.1' });
    const store = memoryStore();
    const first = sessionOf({ transport: cloud, env, store });
    await first.accessInfo();
    await first.settled();
    for (const [material, text] of store.held) store.held.set(material, text.replace(/"token":"\w/, '"token":"X'));
    const { transport, sent } = counting(cloud);
    assert.ok(ids(await sessionOf({ transport, env, store }).json(call)).length > 3);
    assert.deepEqual(asked(sent), [`GET ${LIST} latest`, 'POST', `GET ${LIST} latest`]);
  });

  it('answers errors as they are: of the service, which tells its version, or of what stands before it', async () => {
    const cloud = simulate({ compute: 'v2.1' });
    const missing = counting(cloud);
    const session = sessionOf({ transport: missing.transport, env });
    await assert.rejects(session.json({ service: 'compute', path: '/servers/none' }), { name: 'NotFound' });
    assert.equal(await session.microversion(), ours);
    assert.deepEqual(asked(missing.sent), ['POST', 'GET /v2.1/servers/none latest']);
    const broken = counting(behind(cloud, () => response(503, '<html><title>503</title></html>')));
    await assert.rejects(sessionOf({ transport: broken.transport, env }).json(call), /HTTP 503/);
    assert.deepEqual(asked(broken.sent), ['POST', `GET ${LIST} latest`]);
  });
});

describe('a cloud that has more microversions than we know of', () => {
  it('is asked again at our highest, and what it said before is not read', async () => {
    for (const status of [200, 400, 404]) {
      const { transport, sent } = counting(newer({ status }));
      const store = memoryStore();
      const session = sessionOf({ transport, env, store });
      const found = ids(await session.json(call));
      assert.ok(found.length > 3 && !found.includes('not for us'));
      assert.deepEqual(asked(sent), ['POST', `GET ${LIST} latest`, `GET ${LIST} ${ours}`]);
      assert.equal(await session.microversion(), ours);
      await session.settled();
      sent.length = 0;
      await sessionOf({ transport, env, store }).json(call);
      assert.deepEqual(asked(sent), [`GET ${LIST} ${ours}`]);
    }
  });

  it('is read as it is where that is the same, and changed at our highest all the same', async () => {
    for (const [highest, expected] of [
      [READ_ALIKE, [`GET ${LIST} latest`]],
      [READ_ALIKE + 1, [`GET ${LIST} latest`, `GET ${LIST} ${ours}`]],
    ] as const) {
      const { transport, sent } = counting(newer({ highest }));
      const session = sessionOf({ transport, env });
      await session.json(call);
      await session.json({ service: 'compute', path: '/servers/1/action', method: 'POST', body: {} }).catch(() => 0);
      assert.deepEqual(asked(sent), ['POST', ...expected, `POST /v2.1/servers/1/action ${ours}`]);
    }
  });

  it('is known for that when its login has expired', async () => {
    const { transport, sent } = counting(newer());
    const store = memoryStore();
    const first = sessionOf({ transport, env, store });
    await first.json(call);
    await first.settled();
    sent.length = 0;
    const tomorrow = (): number => Date.now() + 86_400_000;
    await sessionOf({ transport, env, store, now: tomorrow }).json(call);
    assert.deepEqual(asked(sent), ['POST', `GET ${LIST} ${ours}`]);
  });

  it('and has less by then is asked for what it has', async () => {
    const store = memoryStore();
    const first = sessionOf({ transport: newer(), env, store });
    await first.json(call);
    await first.settled();
    const { transport, sent } = counting(newer({ highest: 79 }));
    const tomorrow = (): number => Date.now() + 86_400_000;
    await sessionOf({ transport, env, store, now: tomorrow }).json(call);
    assert.deepEqual(asked(sent), ['POST', `GET ${LIST} ${ours}`, DOCUMENT, `GET ${LIST} 2.79`]);
  });

  it('and none that we know is too new, in novaclient’s words', async () => {
    const lowest = HIGHEST + 4;
    const { transport, sent } = counting(newer({ lowest }));
    await assert.rejects(sessionOf({ transport, env }).json(call), {
      name: 'UnsupportedVersion',
      message: new RegExp(
        `^Server version is too new\\. .* version range is '2\\.${lowest}' to '2\\.${HIGHEST + 24}'\\.$`,
      ),
    });
    assert.deepEqual(asked(sent), ['POST', `GET ${LIST} latest`, `GET ${LIST} ${ours}`, DOCUMENT]);
  });
});

describe('a cloud that does not say in which version it answers', () => {
  it('because it has none is read as it is', async () => {
    const cloud = simulate({ compute: 'v2.1' });
    const { transport, sent } = counting(
      behind(cloud, (answer, { url }) =>
        /\/v2\.1\/$/.test(url) ? response(200, { version: { id: 'v2.1' } }) : withoutVersion(answer),
      ),
    );
    const store = memoryStore();
    const session = sessionOf({ transport, env, store });
    assert.ok(ids(await session.json(call)).length > 3);
    assert.equal(await session.microversion(), undefined);
    assert.deepEqual(asked(sent), ['POST', `GET ${LIST} latest`, DOCUMENT]);
    await session.settled();
    sent.length = 0;
    await sessionOf({ transport, env, store }).json(call);
    assert.deepEqual(asked(sent), [`GET ${LIST} -`]);
  });

  it('because something before it takes that away is asked again, in the version that its document names', async () => {
    for (const [cloud, version] of [
      [simulate({ compute: 'v2.1' }), ours],
      [newer(), ours],
    ] as const) {
      const { transport, sent } = counting(behind(cloud, withoutVersion));
      const found = ids(await sessionOf({ transport, env }).json(call));
      assert.ok(found.length > 3 && !found.includes('not for us'));
      assert.deepEqual(asked(sent), ['POST', `GET ${LIST} latest`, DOCUMENT, `GET ${LIST} ${version}`]);
    }
  });

  it('because it does not know the word is asked in the version that its document names', async () => {
    for (const status of [400, 406]) {
      const { transport, sent } = counting(
        behind(simulate({ compute: 'v2.1' }), (answer, request) =>
          wantedOf(request) === 'latest' ? response(status, { badRequest: { message: 'API Version String' } }) : answer,
        ),
      );
      assert.ok(ids(await sessionOf({ transport, env }).json(call)).length > 3);
      assert.deepEqual(asked(sent), ['POST', `GET ${LIST} latest`, DOCUMENT, `GET ${LIST} ${ours}`]);
    }
  });

  it('with an API before microversions is not asked for one', async () => {
    const { transport, sent } = counting(simulate({ compute: 'v2' }));
    await sessionOf({ transport, env }).json(call);
    assert.deepEqual(sent.filter(isCompute).map(wantedOf), ['-']);
  });
});

describe('the version of an answer', () => {
  it('is read from either header, and nothing else is one', () => {
    const minor = (now: string | undefined, before?: string): number | undefined =>
      answeredMinor({
        ...(now === undefined ? {} : { 'openstack-api-version': now }),
        ...(before === undefined ? {} : { 'x-openstack-nova-api-version': before }),
      });
    assert.equal(minor('compute 2.93'), 93);
    assert.equal(minor('Compute 2.93', '2.1'), 93);
    assert.equal(minor('placement 1.2, compute 2.27'), 27);
    assert.equal(minor('placement 1.2', '2.3'), 3);
    assert.equal(minor(undefined, ' 2.3 '), 3);
    for (const odd of [
      'compute',
      'compute latest',
      'compute 3.1',
      'compute 2.x',
      'compute 2.99999',
      'compute 2.1.1',
      '',
    ]) {
      assert.equal(minor(odd), undefined, odd);
    }
    assert.equal(minor(undefined, '2.3, 2.4'), undefined);
  });
});
