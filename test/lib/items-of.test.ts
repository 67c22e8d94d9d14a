import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { itemsOf } from '../../src/lib/items-of.js';

async function* pages<T>(...all: readonly (readonly T[])[]): AsyncGenerator<readonly T[]> {
  yield* all;
}

describe('the items of all pages', () => {
  it('are one list, in order', async () => {
    assert.deepEqual(await itemsOf(pages([1, 2], [], [3])), [1, 2, 3]);
    assert.deepEqual(await itemsOf(pages()), []);
  });

  it('may be more in one page than a call may have arguments', async () => {
    const many = Array.from({ length: 500_000 }, (_, at) => at);
    assert.throws(() => Math.max(...many), RangeError);
    const all = await itemsOf(pages(many, [-1]));
    assert.deepEqual([all.length, all.at(-2), all.at(-1)], [500_001, 499_999, -1]);
  });

  it('are none where a page cannot be read', async () => {
    const failing = async function* () {
      yield [1];
      throw new Error('it is gone');
    };
    await assert.rejects(itemsOf(failing()), { message: 'it is gone' });
  });
});
