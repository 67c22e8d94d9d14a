import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import swift from '../../src/classic/swift.js';
import { type OptionValues, resolveSettings } from '../../src/config/settings.js';
import type { HttpResponse, Transport } from '../../src/http/transport.js';
import { simulate } from '../../src/sandbox/index.js';
import { openSession } from '../../src/session/cloud-session.js';
import type { TokenStore } from '../../src/session/token-cache.js';
import { memoryStore } from '../support/sessions.js';
import { counting, response, scripted } from '../support/transports.js';

const AUTH = 'http://cloud.example.com:8080/auth/v1.0';
const v1 = { ST_AUTH: AUTH, ST_USER: 'anne:anne', ST_KEY: 'anne-password' };

interface Around {
  readonly env?: Readonly<Record<string, string>>;
  readonly options?: OptionValues;
  readonly transport?: Transport;
  readonly store?: TokenStore;
}

function open({ env = v1, options = {}, transport = simulate(), store }: Around = {}) {
  const { transport: counted, requests, sent } = counting(transport);
  const session = openSession({
    transport: counted,
    settings: resolveSettings(options, env, swift.env),
    service: 'object-store',
    apiErrors: swift.apiErrors,
    now: Date.now,
    note: () => undefined,
    ...(store === undefined ? {} : { store }),
  });
  return { session, requests, sent };
}

const answering = (answer: () => HttpResponse): Transport => scripted({ [`GET ${AUTH}`]: answer });

describe("swift's own login", () => {
  it('is one GET with user and key, and gives the only place that there is, whatever region and side are wanted', async () => {
    const { session, requests, sent } = open({
      env: { ...v1, OS_REGION_NAME: 'elsewhere', OS_ENDPOINT_TYPE: 'adminURL' },
    });
    const { version, user, catalog } = await session.accessInfo();
    assert.deepEqual(
      [version, user.name, new Set(catalog.map(({ type }) => type))],
      ['v1', 'anne:anne', new Set(['object-store'])],
    );
    assert.match(await session.endpoint('object-store'), /^http:\/\/cloud\.example\.com:8080\/v1\/AUTH_[0-9a-f]{32}$/);
    assert.deepEqual(requests, [`GET ${AUTH}`]);
    assert.equal(sent[0]?.headers['x-auth-key'], 'anne-password');
  });

  it('is kept like the others, and made anew when the service does not take its token any more', async () => {
    const store = memoryStore();
    const transport = simulate();
    const first = open({ store, transport });
    await first.session.json({ service: 'object-store', path: '', query: { format: 'json' } });
    await first.session.settled();
    const second = open({ store, transport });
    await second.session.json({ service: 'object-store', path: '', query: { format: 'json' } });
    assert.equal(second.requests.length, 1);
    assert.ok(![...store.held.values()].join().includes('anne-password'));
    // Another cloud, which has never given that token.
    const third = open({ store, transport: simulate() });
    await third.session.json({ service: 'object-store', path: '', query: { format: 'json' } });
    assert.deepEqual(
      third.requests.map((line) => line.includes(AUTH)),
      [false, true, false],
    );
    assert.ok(third.sent.every(({ url, headers }) => url === AUTH || headers['x-auth-key'] === undefined));
  });

  it('is never exchanged for a login of another scope, and another key is another login', async () => {
    const store = memoryStore();
    await open({ store }).session.accessInfo();
    const wrong = open({ store, env: { ...v1, ST_KEY: 'wrong' } });
    await assert.rejects(wrong.session.accessInfo(), {
      message: /^Auth GET failed: http:\S+ 401 Unauthorized {2}\[first 60/,
    });
    assert.deepEqual(wrong.requests, [`GET ${AUTH}`]);
  });

  it('may have its place on an internal network', async () => {
    const { session, requests } = open({ options: { v1Snet: true } });
    assert.match(
      await session.endpoint('object-store'),
      /^http:\/\/snet-cloud\.example\.com:8080\/v1\/AUTH_[0-9a-f]{32}$/,
    );
    assert.deepEqual(requests, [`GET ${AUTH}`]);
  });

  it('fails with a sentence where the answer is none', async () => {
    const without = open({ transport: answering(() => response(200, '<h1>It works!</h1>')) });
    await assert.rejects(without.session.accessInfo(), { message: /answered the login without a storage URL/ });
    const place = { 'x-storage-url': 'http://h/v1/a' };
    const tokenless = open({ transport: answering(() => response(200, '', place)) });
    await assert.rejects(tokenless.session.accessInfo(), { message: /answered the login without a token/ });
    const odd = open({ transport: answering(() => response(200, '', { ...place, 'x-auth-token': 'a b\n' })) });
    await assert.rejects(odd.session.accessInfo(), { message: /answered the login without a token/ });
  });

  it('is what all three of its settings mean, unless another version is asked for', () => {
    const kind = (env: Readonly<Record<string, string>>, options: OptionValues = {}) => {
      const { authType, authUrl, username, projectName, password } = resolveSettings(options, env, swift.env);
      return [authType, authUrl, username, projectName, password];
    };
    const os = { OS_AUTH_URL: 'http://h:5000/v3', OS_USERNAME: 'u', OS_PASSWORD: 'p', OS_PROJECT_NAME: 'x' };
    assert.deepEqual(kind({ ...os, ...v1 }), ['v1password', AUTH, 'anne:anne', 'x', 'anne-password']);
    assert.deepEqual(kind({ ...os, ...v1, ST_AUTH_VERSION: '2.0' }), [
      undefined,
      AUTH,
      'anne',
      'anne',
      'anne-password',
    ]);
    assert.deepEqual(kind({ ...v1, OS_IDENTITY_API_VERSION: '3' }), [undefined, AUTH, 'anne', 'anne', 'anne-password']);
    assert.deepEqual(kind(os, { v1User: 'other' }), [undefined, 'http://h:5000/v3', 'other', 'x', 'p']);
    assert.deepEqual(kind(os), [undefined, 'http://h:5000/v3', 'u', 'x', 'p']);
  });
});
