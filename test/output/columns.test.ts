import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../src/core/errors.js';
import { fc } from '../support/property.js';
import { listOf, printed, screen, showOf } from './views.js';

const titles = ['ID', 'Name', 'RAM'];
const rows = [
  ['1', 'b', 512],
  ['2', null, 64],
  ['3', 'B', null],
  ['4', 'a', 512],
];
const view = (style: 'nova' | 'cliff' = 'cliff') => listOf(style, titles, rows);

test('-c keeps columns in the order of the view, not of the options', async () => {
  assert.equal(
    await printed(view(), { format: 'value', columns: ['RAM', 'ID'] }),
    screen('1 512', '2 64', '3 None', '4 512'),
  );
  const show = showOf('cliff', [
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ]);
  assert.equal(await printed(show, { format: 'json', noindent: true, columns: ['c', 'a'] }), '{"a": 1, "c": 3}\n');
});

test('-c with an unknown name fails before anything is written, names it and what there is', async () => {
  await assert.rejects(printed(view(), { columns: ['ID', 'Bogus'] }), (error) => {
    assert.ok(error instanceof Failure);
    assert.equal(
      error.message,
      "No recognized column names in ['Bogus']. Recognized columns are ('ID', 'Name', 'RAM').",
    );
    assert.equal(error.exitReason, 'failed');
    assert.equal(error.hint, undefined);
    return true;
  });
  await assert.rejects(printed(showOf('nova', [['id', 1]]), { columns: ['ID'] }), {
    message: "No recognized column names in ['ID']. Recognized columns are ('id',).",
    hint: "Did you mean 'id'?",
  });
});

test('--sort-column: the first has priority, null is last, descending turns all of it round', async () => {
  const value = { format: 'value', columns: ['ID'] } as const;
  assert.equal(await printed(view(), { ...value, sortColumns: ['RAM', 'Name'] }), screen('2', '4', '1', '3'));
  assert.equal(await printed(view(), { ...value, sortColumns: ['Name'] }), screen('3', '4', '1', '2'));
  assert.equal(
    await printed(view(), { ...value, sortColumns: ['Name'], sortDirection: 'desc' }),
    screen('2', '1', '4', '3'),
  );
});

test('--sort-column with an unknown name fails as -c does, though cliff passes over it', async () => {
  await assert.rejects(printed(view(), { sortColumns: ['Nope', 'name'] }), {
    message: "No recognized column names in ['Nope', 'name']. Recognized columns are ('ID', 'Name', 'RAM').",
    hint: "Did you mean 'Name'?",
  });
  const hidden = await printed(view(), { format: 'value', columns: ['ID'], sortColumns: ['RAM'] });
  assert.equal(hidden, screen('2', '1', '4', '3'), 'one that is not shown is there');
});

test('--sort-column wins over the order of the classic table', async () => {
  const classic = listOf(
    'nova',
    ['ID', 'Name'],
    [
      ['1', 'a'],
      ['2', 'b'],
    ],
    { sortBy: 'Name' },
  );
  const out = await printed(classic, { sortColumns: ['ID'], sortDirection: 'desc' });
  assert.deepEqual(out.split('\n').slice(3, 5), ['| 2  | b    |', '| 1  | a    |']);
});

test('a column of numbers and words stays as it is, and the reader is told', async () => {
  const warnings: string[] = [];
  const mixed = listOf('cliff', ['X'], [['b'], [1], ['a']]);
  const out = await printed(mixed, { format: 'value', sortColumns: ['X'], warn: (message) => warnings.push(message) });
  assert.equal(out, screen('b', '1', 'a'));
  assert.deepEqual(warnings, ["Could not sort on field 'X'; unsortable types"]);
});

test('nested values are sorted by the text that people read', async () => {
  const columns = [
    { title: 'Networks', value: (row: unknown) => row, text: (row: unknown) => Object.keys(row as object)[0] ?? '' },
  ];
  const nested = listOf('nova', [], [{ b: [] }, { a: [] }] as never, { columns });
  assert.equal(await printed(nested, { format: 'value', sortColumns: ['Networks'] }), screen('a', 'b'));
});

test('sorting keeps every row once, and equal rows in their order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(fc.integer({ min: 0, max: 5 }))), fc.boolean(), async (keys, descending) => {
      const numbered = listOf(
        'cliff',
        ['Key', 'Row'],
        keys.map((key, index) => [key, index]),
      );
      const out = await printed(numbered, {
        format: 'json',
        sortColumns: ['Key'],
        sortDirection: descending ? 'desc' : 'asc',
      });
      const rank = (key: number | null) => (key === null ? 6 : key) * (descending ? -1 : 1);
      const expected = keys
        .map((Key, Row) => ({ Key, Row }))
        .sort((a, b) => rank(a.Key) - rank(b.Key) || a.Row - b.Row);
      assert.deepEqual(JSON.parse(out), expected);
    }),
  );
});
