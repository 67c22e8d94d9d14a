/** Sums of what is downloaded: of few bytes where they come, of many on a thread of its own. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import type { Checksum } from '../../src/core/download.js';
import { Failure } from '../../src/core/errors.js';
import { checked, startChecksum } from '../../src/storage/checksum.js';

const MANY = 64 * 1024 * 1024;
const wrong = (found: string) => new Failure(`was ${found}`);
const sumOf = (chunks: readonly Uint8Array[], algorithm = 'sha512'): Checksum => {
  const hash = createHash(algorithm);
  for (const chunk of chunks) hash.update(chunk);
  return { algorithm, digest: hash.digest('hex').toUpperCase(), wrong };
};
/** Of odd sizes: shorter and longer than what is handed over at once, and none. */
const chunks = [0, 1, 1024 * 1024 - 1, 3 * 1024 * 1024 + 17, 0, 70_000, 9 * 1024 * 1024].map((length, at) =>
  Buffer.alloc(length, at + 1),
);
async function* each(all: readonly Uint8Array[]) {
  yield* all;
}

for (const size of [0, MANY]) {
  describe(`a sum of bytes ${size === 0 ? 'where they come' : 'on a thread of its own'}`, () => {
    it('is right for chunks of any length, which may change once they are added', async () => {
      for (const algorithm of ['md5', 'sha512']) {
        const sum = await startChecksum(sumOf(chunks, algorithm), size);
        const buffer = Buffer.alloc(10 * 1024 * 1024);
        for (const chunk of chunks) {
          chunk.copy(buffer);
          await sum.add(buffer.subarray(0, chunk.length));
          buffer.fill(0xff);
        }
        await sum.check();
        sum.stop();
      }
    });

    it('is that of nothing where nothing comes', async () => {
      await (await startChecksum(sumOf([]), size)).check();
    });

    it('fails with what it came to', async () => {
      const sum = await startChecksum(sumOf([Buffer.from('a')], 'md5'), size);
      await sum.add(Buffer.from('b'));
      await assert.rejects(sum.check(), { message: `was ${createHash('md5').update('b').digest('hex')}` });
    });

    it('can be given up', async () => {
      const sum = await startChecksum(sumOf(chunks), size);
      for (const chunk of chunks) await sum.add(chunk);
      sum.stop();
      sum.stop();
    });

    it('lets bytes pass, and fails behind them', async () => {
      const got: Uint8Array[] = [];
      for await (const chunk of checked(each(chunks), sumOf(chunks), size)) got.push(chunk);
      assert.equal(Buffer.concat(got).compare(Buffer.concat(chunks)), 0);
      await assert.rejects(async () => {
        for await (const _ of checked(each(chunks.slice(1, 3)), sumOf(chunks), size));
      }, /^CommandError: was /);
    });
  });
}
