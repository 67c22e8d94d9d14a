/* An answer that is cut anywhere is an error, never half an answer: the HTTP client and a session, in memory. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Failure } from '../../src/core/errors.js';
import { figure } from '../support/figures.js';
import { collect, loginEnv, memoryStore, sessionOf } from '../support/sessions.js';
import {
  chunked,
  type FaultCloud,
  faultCloud,
  isList,
  isLogin,
  type Meant,
  on,
  wire,
  withHeaders,
  withoutLength,
} from './fault-cloud.js';
import { inMemory } from './memory.js';
import { cutPlaces } from './places.js';

interface Case {
  readonly name: string;
  readonly which: (meant: Meant) => boolean;
  readonly bytes: (meant: Meant) => Buffer;
  readonly version?: 'v2.0' | 'v3';
  /** May bytes be missing at the end that carry nothing? */
  readonly mayBeRight?: true;
}

const cases: readonly Case[] = [
  { name: 'a login over v2.0', which: isLogin, bytes: wire, version: 'v2.0' },
  { name: 'a login over v3', which: isLogin, bytes: wire, version: 'v3' },
  { name: 'a list', which: isList, bytes: wire },
  { name: 'a list in chunks', which: isList, bytes: chunked, mayBeRight: true },
  { name: 'a list without a length', which: isList, bytes: (meant) => wire(withoutLength(meant)), mayBeRight: true },
  {
    name: 'a compressed list',
    which: isList,
    bytes: (meant) => withHeaders(meant, { 'content-encoding': 'gzip' }, gzipSync(meant.body)),
  },
];

const kept = memoryStore();
let cloud: FaultCloud;
let right: unknown;
let tried = 0;

/** The servers of a project, as a session reads them. A login that is kept is used, and none is made or dropped. */
async function servers(version?: Case['version']): Promise<unknown> {
  const env = loginEnv('test-user', version ?? 'v3', {
    OS_AUTH_URL: `${cloud.url}/identity/${version ?? 'v3'}`,
    OS_PASSWORD: 'test-password',
    OS_TENANT_NAME: 'test-project',
  });
  const store = { ...kept, save: async (_: string, value: () => unknown) => void value(), drop: () => undefined };
  const session = sessionOf({ transport: inMemory(cloud), env, ...(version === undefined ? { store } : {}) });
  return collect(session.pages({ service: 'compute', path: '/servers/detail' }, 'servers'));
}

before(async () => {
  cloud = await faultCloud();
  const env = loginEnv('test-user', 'v3', {
    OS_AUTH_URL: `${cloud.url}/identity/v3`,
    OS_PASSWORD: 'test-password',
    OS_TENANT_NAME: 'test-project',
  });
  const session = sessionOf({ transport: inMemory(cloud), env, store: kept });
  right = await collect(session.pages({ service: 'compute', path: '/servers/detail' }, 'servers'));
  await session.settled();
  assert.ok(Array.isArray(right) && right.length > 0);
});
after(() => {
  cloud.close();
  figure('answers cut in memory', Math.floor(tried / 100) * 100);
});

describe('an answer that is cut', () => {
  for (const { name, which, bytes, version, mayBeRight } of cases) {
    for (const how of ['closed', 'reset'] as const) {
      it(`${name}, ${how} at any place, is an error with a sentence, and whole it is right`, async () => {
        let places: readonly number[] = [];
        cloud.fault = on(which, (socket, meant) => {
          places = cutPlaces(bytes(meant));
          socket.end(bytes(meant));
        });
        assert.deepEqual(await servers(version), right);
        for (const at of places) {
          tried += 1;
          cloud.fault = on(which, (socket, meant) => {
            socket.write(bytes(meant).subarray(0, at));
            if (how === 'closed') socket.end();
            else socket.resetAndDestroy();
          });
          const got = await servers(version).catch((error: unknown) => error);
          const where = `${name}, ${how} after ${at} of ${places.at(-1)} bytes`;
          if (mayBeRight && !(got instanceof Failure)) assert.deepEqual(got, right, where);
          else assert.ok(got instanceof Failure, `${where}: ${got}`);
          if (!(got instanceof Failure)) continue;
          assert.match(`${got.name}: ${got.message}`, /^[A-Z]\w+: \S.+/, where);
          for (const secret of ['test-password', ...cloud.tokens])
            assert.ok(!`${got.message}${got.hint}`.includes(secret), where);
        }
      });
    }
  }
});
