import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import nova from '../../src/classic/nova.js';
import type { ListView } from '../../src/core/view.js';
import { render } from '../../src/output/index.js';

/* A table on a terminal: the first page at once, and the same bytes as everywhere else when there is only one. */

interface Item {
  readonly name: string;
}

const view = (pages: AsyncIterable<readonly Item[]>): ListView => ({
  kind: 'list',
  columns: [{ title: 'Name', value: (item) => (item as Item).name }],
  pages,
  sortBy: 'Name',
});

/** Long after the output has looked whether there is more. */
async function later(): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) await turn();
}

/** Pages that take a while, but for the end, which comes at once after the last. */
async function* slowly(...pages: readonly (readonly string[])[]): AsyncGenerator<readonly Item[]> {
  for (const names of pages) {
    await later();
    yield names.map((name) => ({ name }));
  }
}

async function printed(pages: AsyncIterable<readonly Item[]>, tty: boolean): Promise<string[]> {
  const chunks: string[] = [];
  const choice = { style: nova.tables, format: 'table', columns: [], sortColumns: [], tty } as const;
  await render(view(pages), choice, (chunk) => void chunks.push(chunk));
  return chunks;
}

test('one page looks on a terminal as it does on a pipe', async () => {
  for (const names of [[], ['b', 'a'], ['a', 'wide: \u4e16\u754c', 'two\nlines']]) {
    const [terminal, pipe] = [await printed(slowly(names), true), await printed(slowly(names), false)];
    assert.equal(terminal.join(''), pipe.join(''));
  }
});

test('of several pages each is shown as it comes, sorted by itself, in the widths of the first', async () => {
  const chunks = await printed(slowly(['bb', 'aa'], ['dddd', 'c', '\u4e16\u754c\u4e16'], ['e']), true);
  assert.equal(chunks[0], '+------+\n| Name |\n+------+\n| aa   |\n| bb   |\n');
  assert.equal(chunks.slice(1).join(''), '| c    |\n| dddd |\n| \u4e16\u754c\u4e16 |\n| e    |\n+------+\n');
});

test('the first page is there before the second has come, and a list that breaks off shows what came', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  async function* breaking(): AsyncGenerator<readonly Item[]> {
    yield [{ name: 'first' }];
    await held;
    throw new Error('cut');
  }
  const chunks: string[] = [];
  const choice = { style: nova.tables, format: 'table', columns: [], sortColumns: [], tty: true } as const;
  const rendering = render(view(breaking()), choice, (chunk) => {
    chunks.push(chunk);
    release();
  });
  await assert.rejects(rendering, /cut/);
  assert.match(chunks.join(''), /\| first \|\n$/);
});

test('an empty page does not decide the widths', async () => {
  const chunks = await printed(slowly([], ['longer than its title'], ['x']), true);
  assert.match(chunks.join(''), /^\+-{23}\+\n/);
});
