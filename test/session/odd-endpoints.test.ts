import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HttpRequest, Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { replaceVersion, splitVersion, withVersion } from '../../src/session/address.js';
import { chooseEndpoint } from '../../src/session/catalog.js';
import { readVersions } from '../../src/session/discovery.js';
import { collect, loginEnv, memoryStore, sessionOf } from '../support/sessions.js';
import { counting, response } from '../support/transports.js';

describe('the version in a URL', () => {
  it('is the last segment that looks like one, whatever a gateway has before it', () => {
    const cases = {
      'http://h/api/v1/compute/v2.1': ['http://h/api/v1/compute', 'v2.1', ''],
      'http://h/api/v1/compute/v2.1/73f0': ['http://h/api/v1/compute', 'v2.1', '73f0'],
      'http://h/gateway/v2.0/identity/v3': ['http://h/gateway/v2.0/identity', 'v3', ''],
      'http://h/cloud/v3/volume/v2/73f0': ['http://h/cloud/v3/volume', 'v2', '73f0'],
      'http://h/v3/v3/': ['http://h', 'v3', ''],
      'http://h/v3/auth/tokens': ['http://h', 'v3', 'auth/tokens'],
      'http://h/identity/v2.0/tokens': ['http://h/identity', 'v2.0', 'tokens'],
      'http://h/v1/AUTH_73f0': ['http://h', 'v1', 'AUTH_73f0'],
    };
    for (const [url, [before, version, after]] of Object.entries(cases)) {
      assert.deepEqual(splitVersion(url), { before, version, after }, url);
    }
  });

  it('is not one of a gateway before a service that has none', () => {
    assert.equal(splitVersion('http://h/api/v1/compute').version, undefined);
    assert.equal(withVersion('http://h/api/v1/identity', 'v3'), 'http://h/api/v1/identity/v3');
    assert.equal(replaceVersion('http://h/cloud/v3/image', 'v2'), 'http://h/cloud/v3/image/v2');
  });
});

describe('links of a version document', () => {
  it('lie below the URL that was asked, with or without a slash at its end', () => {
    const entry = (href: string) => ({ id: 'v3.8', status: 'stable', links: [{ rel: 'self', href }] });
    for (const asked of ['http://h/identity', 'http://h/identity/']) {
      for (const href of ['v3/', './v3/', '/v3', '/v3/', '/identity/v3', 'http://h/identity/v3/']) {
        assert.equal(
          readVersions({ version: entry(href) }, asked)[0]?.url,
          'http://h/identity/v3',
          `${href} at ${asked}`,
        );
      }
    }
    assert.equal(readVersions({ version: entry('/v3') }, 'http://h:5000')[0]?.url, 'http://h:5000/v3');
  });
});

/** The embedded cloud, with its URLs in the catalog changed, and with other answers where the test has some. */
function cloudWith(
  change: (catalog: string) => string,
  answer: (request: HttpRequest) => ReturnType<typeof response> | undefined = () => undefined,
): Transport {
  const cloud = simulate();
  return async (request) => {
    const own = answer(request);
    if (own !== undefined) return own;
    const found = await cloud(request);
    if (!/\/tokens$/.test(request.url)) return found;
    let text = '';
    for await (const chunk of found.body) text += Buffer.from(chunk).toString();
    return response(found.status, JSON.parse(change(text)), { ...found.headers });
  };
}

const COMPUTE = /http:\/\/cloud\.example\.com:8774\/v2(\.1)?(\/[0-9a-f]{32})?/g;

describe('a catalog entry without a version', () => {
  const versions = {
    versions: [
      { id: 'v2.0', status: 'SUPPORTED', links: [{ rel: 'self', href: 'http://inside:8774/v2/' }] },
      {
        id: 'v2.1',
        status: 'CURRENT',
        min_version: '2.1',
        version: '2.60',
        links: [{ rel: 'self', href: 'http://inside:8774/v2.1/' }],
      },
    ],
  };
  const root = 'http://cloud.example.com/compute';
  const servers: string[] = [];
  const transport = (status: number) =>
    cloudWith(
      (text) => text.replaceAll(COMPUTE, root),
      (request) => {
        if (!request.url.startsWith(root)) return undefined;
        if (request.url === `${root}/`) return response(status, versions);
        servers.push(request.url);
        return response(200, { servers: [] }, { 'x-openstack-nova-api-version': '2.60' });
      },
    );

  for (const status of [200, 300]) {
    it(`is followed to the best version of its document (${status}), and that is kept with the login`, async () => {
      const store = memoryStore();
      const { transport: counted, requests } = counting(transport(status));
      const list = async () => {
        const session = sessionOf({ transport: counted, env: loginEnv('admin', 'v3'), store });
        await collect(session.pages({ service: 'compute', path: '/servers' }, 'servers'));
        await session.settled();
      };
      await list();
      assert.match(servers.at(-1) ?? '', /^http:\/\/cloud\.example\.com\/compute\/v2\.1\/[0-9a-f]{32}\/servers$/);
      const first = requests.length;
      assert.equal(requests.filter((line) => line === `GET ${root}/`).length, 1);
      await list();
      assert.equal(requests.length, first + 1);
    });
  }

  it('is taken at its word where there is no such document', async () => {
    const silent = cloudWith(
      (text) => text.replaceAll(COMPUTE, root),
      (request) => {
        if (!request.url.startsWith(root)) return undefined;
        return request.url.endsWith('/servers')
          ? response(200, { servers: [{ id: '1' }] })
          : response(404, '<html></html>');
      },
    );
    const session = sessionOf({ transport: silent, env: loginEnv('admin', 'v3') });
    assert.deepEqual(await collect(session.pages({ service: 'compute', path: '/servers' }, 'servers')), [{ id: '1' }]);
  });

  it('is followed for volumes too', async () => {
    const asked: string[] = [];
    const href = 'http://inside/v3/';
    const volumes = cloudWith(
      (text) =>
        text.replaceAll(/http:\/\/cloud\.example\.com:8776\/v\d\/[0-9a-f]{32}/g, 'http://cloud.example.com/volume'),
      ({ url }) => {
        if (!url.startsWith('http://cloud.example.com/volume')) return undefined;
        asked.push(url);
        if (url.endsWith('/volume/'))
          return response(300, { versions: [{ id: 'v3.0', links: [{ rel: 'self', href }] }] });
        return response(200, { services: [] });
      },
    );
    const session = sessionOf({ transport: volumes, env: loginEnv('admin', 'v3') });
    await session.json({ service: 'volume', path: '/os-services' });
    assert.match(asked.at(-1) ?? '', /^http:\/\/cloud\.example\.com\/volume\/v3\/[0-9a-f]{32}\/os-services$/);
  });
});

describe('endpoints of a catalog', () => {
  const at = (region: string) => ({ type: 'compute', interface: 'public', region, url: `http://${region}` }) as const;

  it('are those of the region, else those of every region', () => {
    const choose = (region: string) =>
      chooseEndpoint([at('*'), at('RegionOne')], { type: 'compute', interface: 'public', region }).url;
    assert.equal(choose('RegionOne'), 'http://RegionOne');
    assert.equal(choose('RegionTwo'), 'http://*');
  });

  it('that are no URL are named with service, interface and region, and what to try', async () => {
    const transport = cloudWith((text) => text.replaceAll(COMPUTE, ':8774/v2.1'));
    const session = sessionOf({ transport, env: loginEnv('admin', 'v3') });
    await assert.rejects(session.json({ service: 'compute', path: '/servers' }), {
      message: "The public URL of the compute service in RegionOne is no URL in the catalog: ':8774/v2.1'",
      hint: /--os-interface/,
    });
  });
});

describe('the login', () => {
  const versionsOf = (entry: object) => response(300, { versions: [{ status: 'CURRENT', ...entry }] });
  const others = {
    'compute, by its media types': {
      id: 'v2.0',
      links: [{ rel: 'self', href: 'http://controller:8774/v2.0/' }],
      'media-types': [{ base: 'application/json', type: 'application/vnd.openstack.compute+json;version=2' }],
    },
    'volume, by its range of versions': {
      id: 'v3.0',
      min_version: '3.0',
      version: '3.70',
      links: [{ rel: 'self', href: 'http://controller:8774/v3/' }],
    },
    'network, which says nothing': { id: 'v2.0', links: [{ rel: 'self', href: 'http://controller:8774/v2.0/' }] },
  };
  for (const [what, entry] of Object.entries(others)) {
    for (const path of ['', '/v2.0', '/v3']) {
      it(`never goes to another service (${what}; '${path}')`, async () => {
        const { transport, sent } = counting(async () => versionsOf(entry));
        const env = loginEnv('admin', 'v3', { OS_AUTH_URL: `http://controller:8774${path}` });
        await assert.rejects(sessionOf({ transport, env }).accessInfo(), /is no identity service, but the \w+ service/);
        assert.deepEqual(
          sent.filter(({ method }) => method !== 'GET'),
          [],
        );
      });
    }
  }

  const moved = (location: (url: URL) => string): Transport => {
    const cloud = simulate();
    return async (request) => {
      const url = new URL(request.url);
      if (url.protocol === 'https:') return cloud({ ...request, url: request.url.replace('https:', 'http:') });
      return url.port === '5000' ? response(301, '', { location: location(url) }) : cloud(request);
    };
  };

  it('follows a redirect to TLS on the same host, and says so to those who ask', async () => {
    // As the program has it, redirects are followed or refused below the session.
    const { redirects } = await import('../../src/http/redirects.js');
    for (const path of ['/v3', '/v2.0', '']) {
      const notes: string[] = [];
      const transport = redirects()(moved((url) => `https://${url.host}${url.pathname}`));
      const env = loginEnv('admin', 'v3', { OS_AUTH_URL: `http://cloud.example.com:5000${path}` });
      const { user } = await sessionOf({ transport, env, notes }).accessInfo();
      assert.equal(user.name, 'admin');
      assert.ok(
        notes.some((line) => /redirects to https:\/\/cloud\.example\.com/.test(line)),
        notes.join('\n'),
      );
    }
  });

  it('follows no other redirect, and says a true sentence', async () => {
    const { redirects } = await import('../../src/http/redirects.js');
    for (const to of ['https://evil.example/v3/auth/tokens', 'http://cloud.example.com:5001/v3/auth/tokens']) {
      const transport = redirects()(moved(() => to));
      const session = sessionOf({ transport, env: loginEnv('admin', 'v3') });
      await assert.rejects(session.accessInfo(), /a login is never sent to another host/);
    }
  });
});

describe('a version document of the compute service', () => {
  it('that redirects to another host, or to itself, or cannot be reached, costs the microversion and not the command', async () => {
    const { Failure } = await import('../../src/core/errors.js');
    const { redirects } = await import('../../src/http/redirects.js');
    const failing: readonly (() => ReturnType<typeof response>)[] = [
      () => response(302, '', { location: 'https://elsewhere.example/' }),
      () => response(302, '', { location: '/v2.1/' }),
      () => {
        throw new Failure('Unable to establish connection', { name: 'ConnectFailure' });
      },
    ];
    for (const document of failing) {
      const transport = redirects()(
        cloudWith(
          (text) => text.replaceAll(COMPUTE, 'http://cloud.example.com:8774/v2.1'),
          ({ url, method }) => {
            if (!url.startsWith('http://cloud.example.com:8774')) return undefined;
            if (url.endsWith('/v2.1/')) return document();
            return method === 'DELETE' ? response(204) : response(200, { servers: [] });
          },
        ),
      );
      const session = sessionOf({ transport, env: loginEnv('admin', 'v3') });
      await session.json({ service: 'compute', path: '/servers/1', method: 'DELETE' });
      assert.equal(await session.microversion(), undefined);
    }
  });
});
