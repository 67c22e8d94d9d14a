import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import cinder from '../../src/classic/cinder.js';
import { withServiceType } from '../../src/config/service-type.js';
import { resolveSettings } from '../../src/config/settings.js';
import { Failure } from '../../src/core/errors.js';
import { volumeVersion } from '../../src/core/volume-version.js';
import type { HttpRequest, HttpResponse, Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { apiMajor } from '../../src/services/volume/api.js';
import { type OpenSession, openSession } from '../../src/session/cloud-session.js';
import type { Session } from '../../src/session/session.js';
import { VolumeMicroversions } from '../../src/session/volume-microversion.js';
import { collect, loginEnv, memoryStore } from '../support/sessions.js';
import { counting, response } from '../support/transports.js';

/* Which microversion of the volume service a session asks for, in how few requests, and where it finds the service. */

const call = { service: 'volume', path: '/volumes/detail' } as const;
const cloud = simulate({ compute: 'v2.1' });

const ofVolume = ({ url }: HttpRequest): boolean => url.includes(':8776');
const wantedOf = ({ headers }: HttpRequest): string => headers['openstack-api-version'] ?? '-';
const asked = (sent: readonly HttpRequest[]): string[] =>
  sent.filter(ofVolume).map((one) => `${new URL(one.url).pathname.replace(/[0-9a-f]{32}/, 'ID')} ${wantedOf(one)}`);

const warnings: string[] = [];

function session(transport: Transport, more: Record<string, string> = {}, store = memoryStore()): OpenSession {
  const settings = resolveSettings({}, loginEnv('admin', 'v3', more), cinder.env);
  return openSession({
    transport,
    settings: withServiceType(settings, cinder),
    service: 'volume',
    volumeMicroversions: VolumeMicroversions,
    warn: (line) => void warnings.push(line),
    store,
    now: Date.now,
    note: () => undefined,
  });
}

/** A volume service that has microversions up to 3.43 only, as of Pike; or only from 3.30 on. */
function older(highest = 43, lowest = 0): Transport {
  return async (request) => {
    const [, minor] = /^volume 3\.(\d+)$/.exec(wantedOf(request)) ?? [];
    if (!ofVolume(request)) return cloud(request);
    if (Number(minor ?? 0) <= highest && Number(minor ?? 0) >= lowest) return document(await cloud(request), highest);
    const message = `Version 3.${minor ?? 0} is not supported by the API. Minimum is 3.${lowest} and maximum is 3.${highest}.`;
    return response(406, { computeFault: { message, code: 406 } });
  };
}

async function document(answer: HttpResponse, highest: number): Promise<HttpResponse> {
  const parts: Uint8Array[] = [];
  for await (const part of answer.body) parts.push(part);
  const text = Buffer.concat(parts).toString().replace('"3.70"', `"3.${highest}"`);
  return response(answer.status, text, { ...answer.headers, 'content-type': 'application/json' });
}

/** The cloud with these types of volume services in its catalog only; `as` renames them. */
function offering(types: readonly string[], as?: string): Transport {
  return async (request) => {
    const answer = await cloud(request);
    if (request.method !== 'POST' || !request.url.endsWith('/auth/tokens')) return answer;
    const parts: Uint8Array[] = [];
    for await (const part of answer.body) parts.push(part);
    const body = JSON.parse(Buffer.concat(parts).toString());
    const kept = body.token.catalog.filter(
      ({ type }: { type: string }) => !/^volume/.test(type) || types.includes(type),
    );
    for (const service of kept) if (/^volume/.test(service.type)) service.type = as ?? service.type;
    body.token.catalog = kept;
    return response(answer.status, body, { ...answer.headers });
  };
}

describe('the microversion of the volume service', () => {
  it('is our highest in the first request, and no question is asked before', async () => {
    const { transport, sent } = counting(cloud);
    const one = session(transport);
    await collect(one.pages(call, 'volumes'));
    assert.equal(await one.microversion(), '3.70');
    assert.deepEqual(asked(sent), ['/v3/ID/volumes/detail volume 3.70']);
  });

  it('is what the server has where that is less: its refusal tells, and is kept', async () => {
    const store = memoryStore();
    const { transport, sent } = counting(older());
    const one = session(transport, {}, store);
    await collect(one.pages(call, 'volumes'));
    assert.equal(await one.microversion(), '3.43');
    await one.settled();
    const next = session(transport, {}, store);
    await collect(next.pages(call, 'volumes'));
    const path = '/v3/ID/volumes/detail volume';
    assert.deepEqual(asked(sent), [`${path} 3.70`, `${path} 3.43`, `${path} 3.43`]);
  });

  it('is asked for where a command has to know it before its first request', async () => {
    const { transport, sent } = counting(older());
    const one = session(transport);
    assert.equal(await one.microversion(), '3.43');
    await collect(one.pages(call, 'volumes'));
    assert.deepEqual(asked(sent), ['/ -', '/v3/ID/volumes/detail volume 3.43']);
  });

  it('is what the user asks for; 3 and 3.0 are without a header', async () => {
    for (const [version, header] of [
      ['3.10', 'volume 3.10'],
      ['3', '-'],
      ['3.0', '-'],
    ] as const) {
      const { transport, sent } = counting(cloud);
      await collect(session(transport, { OS_VOLUME_API_VERSION: version }).pages(call, 'volumes'));
      assert.deepEqual(asked(sent), [`/v3/ID/volumes/detail ${header}`], version);
    }
  });

  it('is less than what the user asks for, and that is said', async () => {
    warnings.length = 0;
    const store = memoryStore();
    for (const _ of ['not known', 'kept']) {
      const one = session(older(), { OS_VOLUME_API_VERSION: '3.60' }, store);
      await collect(one.pages(call, 'volumes'));
      await one.settled();
    }
    const line = 'API version 3.60 requested, downgrading to 3.43 based on server support.';
    assert.deepEqual(warnings, [line, line]);
    warnings.length = 0;
    await collect(session(older()).pages(call, 'volumes'));
    assert.deepEqual(warnings, []);
  });

  it('is an error where the server has none that is so old', async () => {
    const one = session(older(70, 30), { OS_VOLUME_API_VERSION: '3.10' });
    await assert.rejects(
      collect(one.pages(call, 'volumes')),
      /The specified version isn't supported by server\. The valid version range is '3\.30' to '3\.70'/,
    );
  });

  it('is none on the APIs of old clouds', async () => {
    for (const version of ['1', '2']) {
      const { transport, sent } = counting(cloud);
      const one = session(transport, { OS_VOLUME_API_VERSION: version });
      await collect(one.pages(call, 'volumes'));
      assert.equal(await one.microversion(), undefined);
      assert.deepEqual(asked(sent), [`/v${version}/ID/volumes/detail -`]);
    }
  });
});

describe('the volume service', () => {
  const rows: readonly (readonly [string, readonly string[], string | undefined, string])[] = [
    ['volumev3 alone', ['volumev3'], undefined, '/v3/ID'],
    ['volumev2 alone', ['volumev2'], undefined, '/v2/ID'],
    ['volume alone, as of 2013', ['volume'], undefined, '/v1/ID'],
    ['block-storage alone', ['volumev3'], 'block-storage', '/v3/ID'],
    ['all of them', ['volume', 'volumev2', 'volumev3'], undefined, '/v3/ID'],
  ];
  for (const [what, types, as, path] of rows) {
    it(`is found in a catalog that has ${what}`, async () => {
      const { transport, sent } = counting(offering(types, as));
      await collect(session(transport).pages(call, 'volumes'));
      assert.match(asked(sent).join(), new RegExp(`^${path}/volumes/detail`));
    });
  }
});

describe('the API of an endpoint', () => {
  for (const [endpoint, major] of [
    ['http://cloud.example.com:8776/v1/p', 1],
    ['http://cloud.example.com:8776/v2.0/p', 2],
    ['http://cloud.example.com/api/v1/volume/v3/p', 3],
    ['http://cloud.example.com/volume', 3],
  ] as const) {
    it(`is that of the last version in ${endpoint}`, async () =>
      assert.equal(await apiMajor({ endpoint: async () => endpoint } as unknown as Session), major));
  }
});

describe('volumeVersion', () => {
  it('reads what cinderclient reads', () => {
    assert.deepEqual(
      [undefined, '3', '3.0', '3.12', '2', '1'].map((one) => volumeVersion(one)),
      ['3.70', '3.0', '3.0', '3.12', '2.0', '1.0'],
    );
    for (const wrong of ['x', '', '4', '3.01', '3.latest', '03.1', '3.1.1']) {
      assert.throws(() => volumeVersion(wrong), Failure, wrong);
    }
  });
});
