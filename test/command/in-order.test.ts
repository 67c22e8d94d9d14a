import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inOrder } from '../../src/command/in-order.js';

/** Work whose end each test decides: by the item that is to be done with. */
function workshop() {
  const ends = new Map<string, () => void>();
  const begun: string[] = [];
  const work = (item: string): Promise<string> => {
    begun.push(item);
    return new Promise((resolve) => ends.set(item, () => resolve(item.toUpperCase())));
  };
  return { work, begun, end: (item: string) => ends.get(item)?.() };
}

describe('inOrder', () => {
  it('gives results in the order of the items, whichever ends first', async () => {
    const { work, end } = workshop();
    const results = inOrder(['a', 'b', 'c'], 3, work);
    const all = (async () => {
      const found: string[] = [];
      for await (const result of results) found.push(result);
      return found;
    })();
    for (const item of ['c', 'b', 'a']) end(item);
    assert.deepEqual(await all, ['A', 'B', 'C']);
  });

  it('begins no more than the limit at once', async () => {
    const { work, begun, end } = workshop();
    const results = inOrder(['a', 'b', 'c', 'd'], 2, work);
    const first = results.next();
    assert.deepEqual(begun, ['a', 'b']);
    end('a');
    await first;
    assert.deepEqual(begun, ['a', 'b', 'c']);
  });

  it('begins nothing more when the reader stops', async () => {
    const { work, begun, end } = workshop();
    const results = inOrder(['a', 'b', 'c', 'd'], 1, work);
    const first = results.next();
    end('a');
    await first;
    await results.return(undefined);
    assert.deepEqual(begun, ['a', 'b']);
  });

  it('works on equal items one after the other', async () => {
    const { work, begun, end } = workshop();
    const results = inOrder(['a', 'a'], 2, work);
    const first = results.next();
    assert.deepEqual(begun, ['a']);
    end('a');
    await first;
    assert.deepEqual(begun, ['a', 'a']);
    end('a');
    assert.deepEqual(await results.next(), { value: 'A', done: false });
  });
});
