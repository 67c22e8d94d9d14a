import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ListView, Section, View } from '../../src/core/view.js';
import { printed } from './views.js';

const screen = printed;

async function* one<T>(...items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

const rows = (...items: readonly (readonly [string, number | null])[]): ListView => ({
  kind: 'list',
  columns: [
    { title: 'Name', value: (item) => (item as readonly unknown[])[0] },
    { title: 'Value', value: (item) => (item as readonly unknown[])[1] },
  ],
  pages: one(items),
});

const sections = (): View => ({
  kind: 'sections',
  parts: one<Section>(
    { title: 'used', header: 'In use:', view: rows(['cores', 3]) },
    {
      title: 'facts',
      view: { kind: 'show', titles: ['nova', 'Value'], fields: [{ name: 'id', value: 7 }] },
    },
  ),
});

describe('tables under one another', () => {
  it('stand below their line, with titles of their own', async () => {
    assert.equal(
      await screen(sections()),
      'In use:\n+-------+-------+\n| Name  | Value |\n+-------+-------+\n| cores | 3     |\n+-------+-------+\n' +
        '+------+-------+\n| nova | Value |\n+------+-------+\n| id   | 7     |\n+------+-------+\n',
    );
  });

  it('are one object for machines', async () => {
    assert.deepEqual(JSON.parse(await screen(sections(), { format: 'json' })), {
      used: [{ Name: 'cores', Value: 3 }],
      facts: { id: 7 },
    });
    assert.equal(await screen(sections(), { format: 'value' }), 'cores 3\n7\n');
  });

  it('keep the column that was asked for where it is, and say what there is where it is nowhere', async () => {
    assert.equal(await screen(sections(), { format: 'value', columns: ['Name'] }), 'cores\n');
    await assert.rejects(screen(sections(), { columns: ['Nmae'] }), { hint: 'There are: Name, Value, id.' });
  });
});

describe('lines instead of a table', () => {
  const printf = (...items: readonly (readonly [string, number | null])[]): View => ({
    ...rows(...items),
    lines: { head: 'name  value', line: ([name = '', value = '']) => `${name.padEnd(5)} ${value}`, empty: 'nothing' },
  });

  it('are written as they are told, one for each row', async () => {
    assert.equal(await screen(printf(['a', 1], ['b\n\x1b', null])), 'name  value\na     1\nb\\n\\x1b -\n');
    assert.equal(await screen(printf()), 'name  value\nnothing\n');
  });

  it('are still rows for machines', async () => {
    assert.equal(await screen(printf(['a', 1]), { format: 'value' }), 'a 1\n');
  });

  it('are sorted where they have the column, and fail where none has it', async () => {
    const parts = (): View => ({
      kind: 'sections',
      parts: one<Section>(
        { title: 'a', view: rows(['y', 1], ['x', 2]) },
        { title: 'b', view: { kind: 'show', fields: [] } },
      ),
    });
    const sorted = await screen(parts(), { format: 'json', sortColumns: ['Name'] });
    assert.deepEqual(JSON.parse(sorted).a, [
      { Name: 'x', Value: 2 },
      { Name: 'y', Value: 1 },
    ]);
    await assert.rejects(screen(parts(), { sortColumns: ['Name', 'Nope'] }), {
      message: 'None of these tables can be sorted by a column Nope.',
      hint: 'There are: Name, Value.',
    });
  });
});
