import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discard, readBytes, readText } from '../../src/http/body.js';
import type { HttpResponse } from '../../src/http/transport.js';
import { fc } from '../support/property.js';
import { answer } from './servers.js';

test('text is the same however it was cut on the way, also within a character', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 5 }), async (text, size) => {
      const bytes = Buffer.from(text);
      const chunks: Buffer[] = [];
      for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
      assert.equal(await readText(answer(200, {}, ...chunks)), text);
      assert.deepEqual(await readBytes(answer(200, {}, ...chunks)), bytes);
    }),
  );
});

test('a byte order mark is no part of the text', async () => {
  assert.equal(await readText(answer(200, {}, '\uFEFF{}')), '{}');
});

/** A body of chunks of 10 KB without end, and how many of them were asked for. */
function endless(): { response: HttpResponse; asked: () => number; closed: () => boolean } {
  let asked = 0;
  let closed = false;
  const body = (async function* () {
    try {
      for (;;) {
        asked += 1;
        yield Buffer.alloc(10_000);
      }
    } finally {
      closed = true;
    }
  })();
  return { response: { status: 200, headers: {}, body }, asked: () => asked, closed: () => closed };
}

test('a body over the limit is refused and let go of as soon as it is known', async () => {
  const { response, asked, closed } = endless();
  await assert.rejects(readText(response, 35_000), /longer than 35000 bytes/);
  assert.equal(asked(), 4);
  assert.ok(closed());
  assert.equal((await readBytes(answer(200, {}, 'abc'), 3)).toString(), 'abc');
});

test('an unwanted body is read away while it is short, cut off when it is long, and never an error', async () => {
  const { response, asked, closed } = endless();
  await discard(response);
  assert.equal(asked(), 7);
  assert.ok(closed());
  const broken = (async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from('a');
    throw new Error('cut');
  })();
  await discard({ status: 302, headers: {}, body: broken });
});
