import assert from 'node:assert/strict';
import { test } from 'node:test';
import nova from '../../src/classic/nova.js';
import type { Column, SectionsView } from '../../src/core/view.js';
import { render } from '../../src/output/index.js';
import { listOf, pagesOf, printed, screen, showOf } from './views.js';

/* What other readers make of these formats is asked in test/peers/formats.test.ts. */

const source = async () => ({ line: 'nova list', noun: 'server' });
const columns: readonly Column<readonly unknown[]>[] = [
  { title: 'ID', value: ([id]) => id },
  { title: 'Name', value: ([, name]) => name },
  { title: 'RAM_MB', value: ([, , ram]) => ram },
  { title: 'Is Public', value: ([, , , isPublic]) => isPublic },
  { title: 'Created At', value: ([, , , , created]) => created },
];
const rows = [
  [7, 'b|*_x_ a_b', 512, true, '2013-04-01T12:00:00Z'],
  [8, 'a"\\\n<b>', null, false, '2013-04-01 12:00:00.5'],
];
const view = (some = rows) => listOf('nova', [], some, { columns: columns as readonly Column[], sortBy: 'Name' });

test('markdown: numbers to the right, markup escaped, a line break is <br>, in the order of the table', async () => {
  assert.equal(
    await printed(view(), { format: 'markdown' }),
    screen(
      '| ID | Name | RAM_MB | Is Public | Created At |',
      '| --: | --- | --- | --- | --- |',
      '| 8 | a"\\\\<br>\\<b> | - | False | 2013-04-01 12:00:00.5 |',
      '| 7 | b\\|\\*\\_x\\_ a_b | 512 | True | 2013-04-01T12:00:00Z |',
    ),
  );
  assert.equal(await printed(listOf('nova', ['A', 'B'], []), { format: 'markdown' }), '| A | B |\n| --- | --- |\n');
  assert.equal(
    await printed(showOf('nova', [['name', ' x ']]), { format: 'markdown' }),
    screen('| Property | Value |', '| --- | --- |', '| name | &#32;x&#32; |'),
  );
});

test('markdown and html: what is nested in a field has lines of its own', async () => {
  const nested = () => showOf('nova', [['flavor', { name: 'm1', extra_specs: { 'hw:cpu': 'a|b' }, disks: [] }]]);
  assert.equal(
    await printed(nested(), { format: 'markdown' }),
    screen(
      '| Property | Value |',
      '| --- | --- |',
      '| flavor | name: m1<br>extra_specs:<br>&nbsp;&nbsp;hw:cpu: a\\|b<br>disks: \\[] |',
    ),
  );
  assert.match(
    await printed(nested(), { format: 'html' }),
    />name: m1<br>extra_specs:<br> {2}hw:cpu: a\|b<br>disks: \[\]</,
  );
});

test('html: a page whole in itself, in which no cell is markup', async () => {
  const page = await printed(view(), { format: 'html', source });
  assert.match(page, /^<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>nova list<\/title>\n/);
  assert.match(page, /<th scope="col">ID<\/th><th scope="col">Name<\/th>/);
  assert.match(
    page,
    /<tr><td class="number">8<\/td><td dir="auto">a&quot;\\<br>&lt;b&gt;<\/td>.*\n<tr><td class="number">7</,
  );
  assert.match(page, /<\/table>\n<\/body>\n<\/html>\n$/);
});

test('prom: texts are labels, numbers gauges: bytes for storage, seconds for times, 1 and 0 for yes and no', async () => {
  assert.equal(
    await printed(view(), { format: 'prom', source }),
    screen(
      '# HELP stackline_server_info 1 for each row of nova list, whose texts are its labels.',
      '# TYPE stackline_server_info gauge',
      'stackline_server_info{id="8",name="a\\"\\\\\\n<b>"} 1',
      'stackline_server_info{id="7",name="b|*_x_ a_b"} 1',
      '# HELP stackline_server_is_public Is Public of nova list.',
      '# TYPE stackline_server_is_public gauge',
      'stackline_server_is_public{id="8",name="a\\"\\\\\\n<b>"} 0',
      'stackline_server_is_public{id="7",name="b|*_x_ a_b"} 1',
      '# HELP stackline_server_created_at_timestamp_seconds Created At of nova list.',
      '# TYPE stackline_server_created_at_timestamp_seconds gauge',
      'stackline_server_created_at_timestamp_seconds{id="8",name="a\\"\\\\\\n<b>"} 1364817600.5',
      'stackline_server_created_at_timestamp_seconds{id="7",name="b|*_x_ a_b"} 1364817600',
      '# HELP stackline_server_ram_bytes RAM_MB of nova list.',
      '# TYPE stackline_server_ram_bytes gauge',
      'stackline_server_ram_bytes{id="7",name="b|*_x_ a_b"} 536870912',
      '# HELP stackline_server_rows How many rows nova list has.',
      '# TYPE stackline_server_rows gauge',
      'stackline_server_rows 2',
    ),
  );
});

test('prom: rows that would be one series are told apart, and so are columns of one name', async () => {
  const out = await printed(
    listOf(
      'nova',
      ['a', 'a ', '1', 'Count'],
      [
        ['x', 'y', 'z', 3],
        ['x', 'y', 'z', 4],
      ],
    ),
    { format: 'prom', source },
  );
  assert.deepEqual(
    out.split('\n').filter((line) => !line.startsWith('#')),
    [
      'stackline_server_info{a="x",a_2="y",x_1="z"} 1',
      'stackline_server_info{a="x",a_2="y",x_1="z",row="2"} 1',
      'stackline_server_count_value{a="x",a_2="y",x_1="z"} 3',
      'stackline_server_count_value{a="x",a_2="y",x_1="z",row="2"} 4',
      'stackline_server_rows 2',
      '',
    ],
  );
});

test('several tables are one document', async () => {
  const two = (): SectionsView => ({
    kind: 'sections',
    parts: (async function* () {
      yield { title: 'one', header: 'The *first*', view: listOf('nova', ['N'], [[1]]) };
      yield { title: 'two', view: { kind: 'show', fields: [{ name: 'N', value: 2 }] } } as const;
    })(),
  });
  assert.equal(
    await printed(two(), { format: 'markdown' }),
    screen('## The \\*first\\*', '', '| N |', '| --: |', '| 1 |', '', '## two', '').concat(
      screen('| Property | Value |', '| --- | --- |', '| N | 2 |'),
    ),
  );
  const page = await printed(two(), { format: 'html', source });
  assert.equal(page.match(/<html/g)?.length, 1);
  assert.match(
    page,
    /<h2>The \*first\*<\/h2>\n<table>[\s\S]*<h2>two<\/h2>\n<table>[\s\S]*<\/table>\n<\/body>\n<\/html>\n$/,
  );
  const samples = (await printed(two(), { format: 'prom', source }))
    .split('\n')
    .filter((line) => !line.startsWith('#'));
  assert.deepEqual(samples, [
    'stackline_server_info{table="one"} 1',
    'stackline_server_info{table="two"} 1',
    'stackline_server_n{table="one"} 1',
    'stackline_server_n{table="two"} 2',
    '',
  ]);
});

test('csv, json, yaml, ndjson and value have the order of the table, however long the pages are', async () => {
  const items = [
    { n: 'b', at: 1 },
    { n: 'a', at: 2 },
    { n: 'a', at: 1 },
    { n: 'c', at: 0 },
    { n: 'B', at: 3 },
  ];
  const list = (size = 3) => ({
    ...listOf('nova', [], [], {
      columns: [
        { title: 'N', value: (item) => (item as (typeof items)[0]).n },
        { title: 'At', value: (item) => (item as (typeof items)[0]).at },
      ],
      sortBy: 'N',
    }),
    pages: pagesOf(items, size),
  });
  for (const size of [1, 2, 5]) {
    assert.equal(await printed(list(size), { format: 'value' }), screen('B 3', 'a 1', 'a 2', 'b 1', 'c 0'));
  }
  // Also where the column that sorts is not shown.
  assert.equal(await printed(list(), { format: 'value', columns: ['At'] }), screen('3', '1', '2', '1', '0'));
  assert.equal(
    await printed({ ...list(), sortBy: false }, { format: 'value' }),
    screen('b 1', 'a 2', 'a 1', 'c 0', 'B 3'),
  );
});

test('a list of more than 2,000 rows is written so many at a time, each part in the order of the table', async () => {
  const numbers = Array.from({ length: 5000 }, (_, at) => `n${String(99_999 - at)}`);
  let pages = 0;
  const counted = async function* () {
    for await (const page of pagesOf(numbers, 1000)) {
      pages += 1;
      yield page;
    }
  };
  const columns = [{ title: 'N', value: (item: unknown) => item }];
  const seen: number[] = [];
  let out = '';
  await render(
    { kind: 'list', columns, pages: counted(), sortBy: 'N' },
    { style: nova.tables, format: 'value', columns: [], sortColumns: [], tty: false },
    (chunk) => {
      out += chunk;
      seen.push(pages);
    },
  );
  assert.ok(seen.includes(2) && seen.includes(4), String(seen));
  const parts = [numbers.slice(0, 2000), numbers.slice(2000, 4000), numbers.slice(4000)];
  assert.equal(out, screen(...parts.flatMap((part) => part.toSorted())));
});
