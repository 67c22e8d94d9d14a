import assert from 'node:assert/strict';
import { test } from 'node:test';
import nova from '../../src/classic/nova.js';
import type { ListView } from '../../src/core/view.js';
import { type FormatName, formats, render } from '../../src/output/index.js';

const choice = (format: FormatName) => ({
  style: nova.tables,
  format,
  columns: [],
  sortColumns: [],
  tty: false,
});
// A table waits for all rows, and a shell's variables are no list.
const streaming = formats.filter((format) => format !== 'table');

/** A list of `row-1`, `row-2` … that notes in `events` when a page is asked for; after the pages it fails, if told to. */
function noted(events: string[], pages: readonly (readonly number[])[], failure?: Error): ListView {
  async function* numbers() {
    for (const [index, page] of pages.entries()) {
      events.push(`page ${index + 1}`);
      yield page;
    }
    if (failure !== undefined) throw failure;
  }
  return { kind: 'list', columns: [{ title: 'N', value: (item) => `row-${item}` }], sortBy: false, pages: numbers() };
}

for (const format of streaming) {
  test(`${format}: a page is written, and the writer waited for, before the next page is asked for`, async () => {
    const events: string[] = [];
    await render(noted(events, [[1], [2], [3]]), choice(format), async (chunk) => {
      const shown = /row-(\d)/.exec(chunk)?.[1];
      if (shown === undefined) return;
      events.push(`writing ${shown}`);
      await new Promise(setImmediate);
      events.push(`written ${shown}`);
    });
    assert.deepEqual(
      events,
      [1, 2, 3].flatMap((n) => [`page ${n}`, `writing ${n}`, `written ${n}`]),
    );
  });

  test(`${format}: what came before a failure is written, and nothing when the first page fails`, async () => {
    let out = '';
    const write = (chunk: string) => {
      out += chunk;
    };
    await assert.rejects(render(noted([], [], new Error('cut')), choice(format), write), { message: 'cut' });
    assert.equal(out, '');
    await assert.rejects(render(noted([], [[7]], new Error('cut')), choice(format), write), { message: 'cut' });
    assert.match(out, /7/);
  });

  test(`${format}: a large page goes out in pieces`, async () => {
    const sizes: number[] = [];
    const page = Array.from({ length: 50_000 }, (_, index) => index);
    await render(noted([], [page]), choice(format), (chunk) => {
      sizes.push(chunk.length);
    });
    assert.ok(sizes.length > 3, `${sizes.length} pieces`);
    assert.ok(Math.max(...sizes) < 70_000, `the largest has ${Math.max(...sizes)} characters`);
  });
}

test('table: nothing is written before the last page, then pieces, each waited for', async () => {
  const events: string[] = [];
  const page = Array.from({ length: 20_000 }, (_, index) => index);
  let writing = 0;
  await render(noted(events, [page, page]), choice('table'), async () => {
    assert.equal(writing++, 0, 'the piece before is written');
    await new Promise(setImmediate);
    writing--;
    events.push('piece');
  });
  assert.deepEqual(events.slice(0, 3), ['page 1', 'page 2', 'piece']);
  assert.ok(events.length > 4);
});
