import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc, runs } from '../support/property.js';
import { listOf, printed, screen, showOf } from './views.js';

const networks = {
  title: 'Networks',
  value: (server: unknown) => (server as { net: object }).net,
  text: (server: unknown) =>
    Object.entries((server as { net: object }).net)
      .map(([name, ips]) => `${name}=${ips}`)
      .join('; '),
};
const name = { title: 'Name', value: (server: unknown) => (server as { name: string }).name };
const servers = [{ name: 'devstack', net: { test01: ['10.1.0.48'] } }] as never;
const view = () => listOf('nova', [], servers, { columns: [name, networks] });

test('json and yaml carry the API value, csv and value the text of what is nested', async () => {
  assert.equal(
    await printed(view(), { format: 'json' }),
    screen(
      '[',
      '  {',
      '    "Name": "devstack",',
      '    "Networks": {',
      '      "test01": [',
      '        "10.1.0.48"',
      '      ]',
      '    }',
      '  }',
      ']',
    ),
  );
  assert.equal(
    await printed(view(), { format: 'yaml' }),
    screen('- Name: devstack', '  Networks:', '    test01:', '    - 10.1.0.48'),
  );
  assert.equal(await printed(view(), { format: 'csv' }), screen('"Name","Networks"', '"devstack","test01=10.1.0.48"'));
  assert.equal(await printed(view(), { format: 'value' }), screen('devstack test01=10.1.0.48'));
  assert.equal(
    await printed(view(), { format: 'ndjson' }),
    screen('{"Name": "devstack", "Networks": {"test01": ["10.1.0.48"]}}'),
  );
});

test('an empty list is a header, [] or nothing, as the format has it', async () => {
  const empty = () => listOf('nova', ['ID', 'Name'], []);
  assert.equal(await printed(empty(), { format: 'json' }), '[]\n');
  assert.equal(await printed(empty(), { format: 'yaml' }), '[]\n');
  assert.equal(await printed(empty(), { format: 'csv' }), '"ID","Name"\n');
  assert.equal(await printed(empty(), { format: 'value' }), '');
  assert.equal(await printed(empty(), { format: 'ndjson' }), '');
});

test('a list for a shell numbers its rows, and says how many there are', async () => {
  const rows = [
    ['web', 1.5, null, ['a "b"']],
    ['$(id)`x`\\', true, 'two\nlines', { a: '"' }],
  ];
  const list = () => listOf('cliff', ['Name', '2nd', 'OS:x', 'os x'], rows);
  assert.equal(
    await printed(list(), { format: 'shell' }),
    screen(
      'name_1="web"',
      '_2nd_1="1.5"',
      'os_x_1="None"',
      `os_x_2_1="['a \\"b\\"']"`,
      'name_2="\\$(id)\\`x\\`\\\\"',
      '_2nd_2="True"',
      'os_x_2="two',
      'lines"',
      `os_x_2_2="{'a': '\\"'}"`,
      'rows="2"',
    ),
  );
  assert.equal(await printed(listOf('cliff', ['Name'], []), { format: 'shell', variablePrefix: 'x_' }), 'x_rows="0"\n');
});

test('a show view in every format keeps the order of its fields', async () => {
  const show = () =>
    showOf('nova', [
      ['name', 'web'],
      ['locked', false],
      ['tags', ['a']],
      ['host', null],
    ]);
  assert.equal(
    await printed(show(), { format: 'csv' }),
    screen('"Field","Value"', '"name","web"', '"locked",False', '"tags","[""a""]"', '"host",""'),
  );
  assert.equal(await printed(show(), { format: 'value' }), screen('web', 'False', '["a"]', 'None'));
  assert.equal(
    await printed(show(), { format: 'yaml' }),
    screen('name: web', 'locked: false', 'tags:', '- a', 'host: null'),
  );
  assert.equal(
    await printed(show(), { format: 'ndjson' }),
    screen('{"name": "web", "locked": false, "tags": ["a"], "host": null}'),
  );
});

test('csv and value are raw on a pipe, and harmless on a terminal', async () => {
  const hostile = () => listOf('nova', ['X', 'Y'], [['a\x1b[2Jb\nc', '\u202e']]);
  assert.equal(await printed(hostile(), { format: 'csv' }), '"X","Y"\n"a\x1b[2Jb\nc","\u202e"\n');
  assert.equal(await printed(hostile(), { format: 'value' }), 'a\x1b[2Jb\nc \u202e\n');
  // In CSV the backslash of an escape is itself escaped, as every backslash is.
  assert.equal(await printed(hostile(), { format: 'csv', tty: true }), '"X","Y"\n"a\\\\x1b[2Jb\\\\nc","\\\\u202e"\n');
  assert.equal(await printed(hostile(), { format: 'value', tty: true }), 'a\\x1b[2Jb\\nc \\u202e\n');
});

test('text goes through as it is, and cannot command a terminal', async () => {
  const log = () => ({ kind: 'text', chunks: ['boot\r', '\n\tok\x1b]0;title\x07', '\nover\rthere\r'] }) as const;
  assert.equal(await printed(log()), 'boot\r\n\tok\x1b]0;title\x07\nover\rthere\r');
  assert.equal(await printed(log(), { tty: true }), 'boot\n\tok\\x1b]0;title\\x07\nover\\rthere\\r');
});

test('numbers are as Python writes them', async () => {
  const rows = [[0, -0, 1e21, 0.00001, 1.5, 123456789012]];
  const numbers = () => listOf('cliff', ['a', 'b', 'c', 'd', 'e', 'f'], rows);
  assert.equal(await printed(numbers(), { format: 'value' }), '0 0 1000000000000000000000 1e-05 1.5 123456789012\n');
  assert.match(await printed(numbers(), { format: 'yaml' }), /^ {2}d: 1\.0e-05$/m);
  assert.match(await printed(numbers(), { format: 'json' }), /^ {4}"d": 1e-05,$/m);
});

const anyCell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', '\\', ' ', 'x') }),
);
const anyRows = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(anyCell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
  );

for (const quote of ['all', 'minimal', 'none', 'nonnumeric'] as const) {
  test(`a strict reader gets every cell back from csv, quote ${quote}`, async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        // One empty cell without quotes would be an empty line; Python refuses to write it.
        fc.pre(quote !== 'none' || rows.every((row) => row.length > 1));
        const titles = (rows[0] ?? []).map((_, index) => `c${index}`);
        assert.deepEqual(readCsv(await printed(listOf('nova', titles, rows), { format: 'csv', quote })), [
          titles,
          ...rows,
        ]);
      }),
      { numRuns: runs(500) },
    );
  });
}

/** Refuses everything that is not exactly: cells, quoted or not, commas, `\n`; `""` is a quote, `\` takes the next. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const points = Array.from(text);
  let at = 0;
  while (at < points.length) {
    let cell = '';
    const quoted = points[at] === '"';
    if (quoted) at++;
    for (;;) {
      const char = points[at] ?? assert.fail('the text ends within a cell');
      at++;
      if (char === '\\') {
        cell += points[at++] ?? assert.fail('the text ends behind a backslash');
      } else if (quoted && char === '"') {
        if (points[at] !== '"') break;
        cell += '"';
        at++;
      } else if (!quoted && (char === ',' || char === '\n')) {
        at--;
        break;
      } else {
        assert.ok(quoted || (char !== '"' && char !== '\r'), 'this has to be quoted');
        cell += char;
      }
    }
    row.push(cell);
    const end = points[at++];
    assert.ok(end === ',' || end === '\n', 'a cell ends with a comma or a newline');
    if (end === '\n') {
      rows.push(row);
      row = [];
    }
  }
  assert.deepEqual(row, []);
  return rows;
}

test('json reads back as what it was, with and without indent', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.jsonValue(), fc.string({ unit: 'binary' }))),
      fc.boolean(),
      async (rows, noindent) => {
        const out = await printed(listOf('cliff', ['a', 'b'], rows), { format: 'json', noindent });
        assert.deepEqual(
          JSON.parse(out),
          rows.map(([a, b]) => ({ a, b })).map((row) => JSON.parse(JSON.stringify(row))),
        );
        assert.match(out, /^[\x0a\x20-\x7e]*$/);
      },
    ),
  );
});
