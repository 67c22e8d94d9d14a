import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Transport } from '../../src/http/transport.js';
import { Failure } from '../../src/lib/errors.js';
import { identityApi } from '../../src/services/identity/index.js';
import { readKept } from '../../src/session/token-cache.js';
import { simulate } from '../../src/sim/index.js';
import { collect, loginEnv, memoryStore, sessionOf } from '../support/sessions.js';
import { response } from '../support/transports.js';

/** What may stand where something else is expected. */
const anything = fc.oneof(
  fc.constantFrom(null, 0, -1, true, '', 'text', 'http://', 'x\r\ny', [], {}, [null], [[]], { a: null }),
  fc.jsonValue(),
);

type Path = readonly (string | number)[];

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, one]) =>
    pathsIn(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [path, ...inner];
}

/** A copy with the value at a path replaced, or taken away. */
function changed(value: unknown, path: Path, replacement: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return replacement;
  const copy: Record<string | number, unknown> = Array.isArray(value) ? Object.assign([], value) : { ...Object(value) };
  const inner = rest.length === 0 ? replacement : changed(copy[key], rest, replacement);
  if (inner === undefined) delete copy[key];
  else copy[key] = inner;
  return copy;
}

async function bodyOf(transport: Transport, request: Parameters<Transport>[0]): Promise<unknown> {
  const answer = await transport(request);
  const chunks: Uint8Array[] = [];
  for await (const chunk of answer.body) chunks.push(chunk);
  return { status: answer.status, headers: answer.headers, json: JSON.parse(Buffer.concat(chunks).toString()) };
}

/** The cloud, with one answer changed in one or more places. */
function spoiled(cloud: Transport, which: RegExp, places: readonly number[], replacement: unknown): Transport {
  return async (request) => {
    if (!which.test(`${request.method} ${request.url}`)) return cloud(request);
    const answer = (await bodyOf(cloud, request)) as { status: number; headers: Record<string, string>; json: unknown };
    let json = answer.json;
    for (const place of places) {
      const paths = pathsIn(json);
      json = changed(json, paths[place % paths.length] ?? [], replacement);
    }
    const { 'content-length': _length, ...headers } = answer.headers;
    return response(answer.status, json ?? '', headers);
  };
}

const replacement = fc.option(anything, { nil: undefined, freq: 4 });
const places = fc.array(fc.nat(), { minLength: 1, maxLength: 4 });
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
          await session.grant();
          await session.settled();
          for (const text of store.held.values())
            assert.ok(readKept(JSON.parse(text)), 'what is kept can be read again');
        });
        await onlyFailures(async () => collect((await identityApi(session)).services()));
        await onlyFailures(async () => collect((await identityApi(session)).endpoints()));
        await onlyFailures(() => session.microversion());
        await onlyFailures(() => session.endpoint('image'));
      }),
      { numRuns: 300 },
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
      assert.match(kept.grant.token, /^[\x21-\x7e]+$/);
      assert.equal(typeof kept.grant.expires, 'number');
      for (const endpoint of kept.grant.catalog) assert.equal(typeof endpoint.url, 'string');
      for (const one of Object.values(kept.microversions)) assert.ok(one === null || typeof one === 'string');
    }),
    { numRuns: 500 },
  );
});
