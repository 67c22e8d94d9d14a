import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ReadAhead } from '../../src/lib/read-ahead.js';
import { Turns } from '../../src/lib/turns.js';

/** Lets everything go on that can. */
const settle = async (): Promise<void> => {
  for (let count = 0; count < 20; count += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('turns', () => {
  it('begin in order, so many at once, each when another one ends, however it ends', async () => {
    const turns = new Turns(2);
    const begun: number[] = [];
    const ends: ((failed: boolean) => void)[] = [];
    const results = [0, 1, 2, 3].map((number) =>
      turns
        .take(
          () =>
            new Promise<number>((resolve, reject) => {
              begun.push(number);
              ends[number] = (failed) => (failed ? reject(new Error(`${number}`)) : resolve(number));
            }),
        )
        .catch((error: Error) => `failed ${error.message}`),
    );
    await settle();
    assert.deepEqual(begun, [0, 1]);
    ends[1]?.(true);
    await settle();
    assert.deepEqual(begun, [0, 1, 2]);
    ends[2]?.(false);
    await settle();
    assert.deepEqual(begun, [0, 1, 2, 3]);
    ends[3]?.(false);
    ends[0]?.(false);
    assert.deepEqual(await Promise.all(results), [0, 'failed 1', 2, 3]);
  });
});

describe('what is read ahead', () => {
  it('is there for a reader who comes later, and comes to one who waits', async () => {
    const ahead = new ReadAhead<number>();
    ahead.add(1);
    ahead.add(2);
    const read: number[] = [];
    const reader = (async () => {
      for await (const item of ahead) read.push(item);
    })();
    await settle();
    assert.deepEqual(read, [1, 2]);
    ahead.add(3);
    await settle();
    assert.deepEqual(read, [1, 2, 3]);
    ahead.end();
    await reader;
    assert.deepEqual(read, [1, 2, 3]);
  });
});
