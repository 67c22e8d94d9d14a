import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../src/core/errors.js';
import { simulate } from '../../src/sandbox/index.js';
import { identityApi } from '../../src/services/identity/index.js';
import { readKept } from '../../src/session/token-cache.js';
import { figure } from '../support/figures.js';
import { fc, runs } from '../support/property.js';
import { collect, loginEnv, memoryStore, sessionOf } from '../support/sessions.js';
import { changed, pathsIn, places, replacement, spoiled } from '../support/spoiled.js';

const cloud = simulate({ compute: 'v2.1' });

async function onlyFailures(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    assert.ok(error instanceof Failure, `${error}`);
    assert.notEqual(error.message, '');
    assert.doesNotMatch(error.message, /undefined|\[object|Cannot read|is not a function/);
  }
}

for (const version of ['v2.0', 'v3'] as const) {
  test(`${version}: whatever is missing or of another type in an answer, there is a result or a sentence`, async () => {
    const which = fc.constantFrom(
      /POST .*tokens/,
      /GET .*\/endpoints/,
      /GET .*services/,
      /GET .*\/v2\.1\/$/,
      /GET .*:5000$/,
    );
    await fc.assert(
      fc.asyncProperty(which, places, replacement, async (at, where, what) => {
        const transport = spoiled(cloud, at, where, what);
        const env = loginEnv(
          'admin',
          version,
          at.source.endsWith(':5000$') ? { OS_AUTH_URL: 'http://cloud.example.com:5000' } : {},
        );
        const store = memoryStore();
        const session = sessionOf({ transport, env, store });
        await onlyFailures(async () => {
          await session.accessInfo();
          await session.settled();
          for (const text of store.held.values())
            assert.ok(readKept(JSON.parse(text)), 'what is kept can be read again');
        });
        await onlyFailures(async () => collect((await identityApi(session)).services()));
        await onlyFailures(async () => collect((await identityApi(session)).endpoints()));
        await onlyFailures(() => session.microversion());
        await onlyFailures(() => session.endpoint('image'));
      }),
      { numRuns: runs(figure(`logins and catalogs over ${version}, spoiled`, 300)) },
    );
  });
}

test('a kept login that has been tampered with is none', async () => {
  const store = memoryStore();
  const session = sessionOf({ transport: cloud, env: loginEnv('admin', 'v3'), store });
  await session.microversion();
  await session.settled();
  const [whole] = [...store.held.values()].map((text) => JSON.parse(text) as unknown);
  assert.ok(readKept(whole));
  fc.assert(
    fc.property(places, replacement, (where, what) => {
      let value = whole;
      for (const place of where) {
        const paths = pathsIn(value);
        value = changed(value, paths[place % paths.length] ?? [], what);
      }
      const kept = readKept(value);
      if (kept === undefined) return;
      assert.match(kept.accessInfo.token, /^[\x21-\x7e]+$/);
      assert.equal(typeof kept.accessInfo.expires, 'number');
      for (const endpoint of kept.accessInfo.catalog) assert.equal(typeof endpoint.url, 'string');
      for (const one of Object.values(kept.microversions)) assert.ok(one === null || typeof one === 'string');
    }),
    { numRuns: runs(figure('kept logins, spoiled', 500)) },
  );
});
