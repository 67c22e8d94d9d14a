import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listOf, printed, screen, showOf } from './views.js';

test('a nova list is left aligned, null is a dash, nested values are as Python prints them', async () => {
  const rows = [
    ['56bb', 'devstack', null, true, ['a', 'b']],
    ['9', 'web', 'spawning', 1, { owner: 'jtopjian' }],
  ];
  assert.equal(
    await printed(listOf('nova', ['ID', 'Name', 'Task State', 'X', 'Tags'], rows)),
    screen(
      '+------+----------+------------+------+-----------------------+',
      '| ID   | Name     | Task State | X    | Tags                  |',
      '+------+----------+------------+------+-----------------------+',
      "| 56bb | devstack | -          | True | ['a', 'b']            |",
      "| 9    | web      | spawning   | 1    | {'owner': 'jtopjian'} |",
      '+------+----------+------------+------+-----------------------+',
    ),
  );
});

test('an empty nova list is a header between rules, the others print a newline', async () => {
  assert.equal(
    await printed(listOf('nova', ['ID', 'Name'], [])),
    screen('+----+------+', '| ID | Name |', '+----+------+', '+----+------+'),
  );
  assert.equal(await printed(listOf('keystone', ['id', 'name'], [])), '\n');
  assert.equal(await printed(listOf('cliff', ['ID', 'Name'], [])), '\n');
  assert.equal(await printed(showOf('cliff', [])), '\n');
});

test('a keystone list is centred, null is empty, and sorted by its first column unless another is named', async () => {
  const rows = [
    ['f235', 'nova', 'compute', null],
    ['18c8', 'glance', 'image', 'OpenStack Image Service'],
  ];
  const titles = ['id', 'name', 'type', 'description'];
  assert.equal(
    await printed(listOf('keystone', titles, rows)),
    screen(
      '+------+--------+---------+-------------------------+',
      '|  id  |  name  |   type  |       description       |',
      '+------+--------+---------+-------------------------+',
      '| 18c8 | glance |  image  | OpenStack Image Service |',
      '| f235 |  nova  | compute |                         |',
      '+------+--------+---------+-------------------------+',
    ),
  );
  const byType = await printed(listOf('keystone', titles, rows, { sortBy: 'type' }), { columns: ['name'] });
  assert.equal(byType, screen('+--------+', '|  name  |', '+--------+', '|  nova  |', '| glance |', '+--------+'));
});

test('keystone shows nested values as Python 2 does', async () => {
  assert.match(await printed(showOf('keystone', [['roles', [{ name: 'café' }]]])), /\[\{u'name': u'caf\\xe9'\}\]/);
});

test('cliff aligns numbers to the right by the first row, and says None', async () => {
  const rows = [
    ['a', 1, null],
    ['bb', 1024, 7],
  ];
  assert.equal(
    await printed(listOf('cliff', ['Name', 'RAM', 'Swap'], rows)),
    screen(
      '+------+------+------+',
      '| Name |  RAM | Swap |',
      '+------+------+------+',
      '| a    |    1 | None |',
      '| bb   | 1024 | 7    |',
      '+------+------+------+',
    ),
  );
});

test('nova show sorts by code point, prints JSON, and makes rows of a traceback', async () => {
  const fault = { message: 'No valid host', details: 'Traceback\n  File "manager.py"\n' };
  assert.equal(
    await printed(
      showOf('nova', [
        ['name', 'devstack'],
        ['fault', fault],
        ['OS-DCF:diskConfig', 'MANUAL'],
        ['metadata', { owner: 'Jürgen' }],
        ['locked', false],
        ['description', null],
      ]),
    ),
    screen(
      '+-------------------+----------------------------------------------------+',
      '| Property          | Value                                              |',
      '+-------------------+----------------------------------------------------+',
      '| OS-DCF:diskConfig | MANUAL                                             |',
      '| description       | -                                                  |',
      '| fault             | {"message": "No valid host", "details": "Traceback |',
      '|                   |   File \\"manager.py\\"                              |',
      '|                   | "}                                                 |',
      '| locked            | False                                              |',
      '| metadata          | {"owner": "Jürgen"}                                |',
      '| name              | devstack                                           |',
      '+-------------------+----------------------------------------------------+',
    ),
  );
});

test('--wrap folds at words for nova, where null becomes None, and cuts for keystone', async () => {
  const text = 'one two three';
  assert.match(await printed(showOf('nova', [['a', text]], 8)), /\| a {8}\| one two \|\n\| {10}\| three {3}\|\n/);
  assert.match(await printed(showOf('nova', [['a', null]], 8)), /\| None {2}\|/);
  assert.match(await printed(showOf('keystone', [['a', text]], 8)), /\| one two {2}\|\n\| {10}\| {2}three {3}\|\n/);
});

test('wide characters take two columns, combining marks none', async () => {
  assert.equal(
    await printed(
      listOf(
        'nova',
        ['Name', 'Flag'],
        [
          ['café-東京', 'e\u0301'],
          ['😀', 'x'],
        ],
      ),
    ),
    screen(
      '+-----------+------+',
      '| Name      | Flag |',
      '+-----------+------+',
      '| café-東京 | e\u0301    |',
      '| 😀        | x    |',
      '+-----------+------+',
    ),
  );
});

test('what a terminal would obey, or hide, is shown as an escape', async () => {
  const rows = [['\x1b[31mred\x07', 'a\tb', '\u202eevil', 'zero\u200bwidth\ufeff', '\x9b0m', 'half\ud800']];
  assert.equal(
    await printed(listOf('cliff', ['1', '2', '3', '4', '5', '6'], rows)),
    screen(
      '+-----------------+------+------------+-----------------------+--------+------------+',
      '| 1               | 2    | 3          | 4                     | 5      | 6          |',
      '+-----------------+------+------------+-----------------------+--------+------------+',
      '| \\x1b[31mred\\x07 | a\\tb | \\u202eevil | zero\\u200bwidth\\ufeff | \\x9b0m | half\\ud800 |',
      '+-----------------+------+------------+-----------------------+--------+------------+',
    ),
  );
});

test('carriage returns: nova drops a lone one, cliff makes it a blank, keystone shows it as \\r', async () => {
  const cell = 'a\r\nb\rc';
  assert.match(await printed(listOf('nova', ['X'], [[cell]])), /\| a {2}\|\n\| bc \|\n/);
  assert.match(await printed(listOf('cliff', ['X'], [[cell]])), /\| a {3}\|\n\| b c \|\n/);
  assert.match(await printed(listOf('keystone', ['X'], [[cell]])), /\| a\\r {2}\|\n\| b\\rc \|\n/);
});

test('a classic sort is by code point, then by the rest of the row', async () => {
  const rows = [
    ['b', '2'],
    ['\u{1f600}', '1'],
    ['\uffe5', '1'],
    ['b', '1'],
    ['B', '9'],
  ];
  const out = await printed(listOf('nova', ['K', 'V'], rows, { sortBy: 'K' }));
  const order = out
    .split('\n')
    .slice(3, -2)
    .map((line) => line.replaceAll(/[|\s]/g, ''));
  assert.deepEqual(order, ['B9', 'b1', 'b2', '\uffe51', '\u{1f600}1']);
});

test('words for states are coloured when asked, without moving a column', async () => {
  const view = () =>
    listOf(
      'nova',
      ['Name', 'Status'],
      [
        ['ERROR', 'ACTIVE'],
        ['b', 'ERROR'],
        ['東京', 'BUILD'],
      ],
    );
  const colored = await printed(view(), { color: true });
  assert.match(colored, /\| ERROR \| \x1b\[32mACTIVE\x1b\[39m \|/);
  assert.match(colored, /\| \x1b\[31mERROR\x1b\[39m {2}\|/);
  assert.match(colored, /\| 東京 {2}\| \x1b\[33mBUILD\x1b\[39m {2}\|/);
  assert.equal(colored.replaceAll(/\x1b\[\d+m/g, ''), await printed(view()));
});

test('both columns of a glance show table are as wide as is asked, but not narrower than their titles', async () => {
  const fields = [
    ['a_long_property_name', 'one two three\nfour'],
    ['b', '東京東京 東京東京'],
  ] as const;
  assert.equal(
    await printed(showOf('glance', fields, 10)),
    screen(
      '+------------+------------+',
      '| Property   | Value      |',
      '+------------+------------+',
      '| a_long_pro | one two    |',
      '| perty_name | three      |',
      '|            | four       |',
      '| b          | 東京東京 東京東京 |',
      '+------------+------------+',
    ),
  );
  assert.equal(
    await printed(showOf('glance', [['b', 'abcdefg hi']], 1)),
    screen(
      '+----------+-------+',
      '| Property | Value |',
      '+----------+-------+',
      '| b        | abcde |',
      '|          | fg hi |',
      '+----------+-------+',
    ),
  );
});

test('a column that is at most so wide folds its longer lines and is as wide as that', async () => {
  const columns = [
    { title: 'a', value: (row: unknown) => (row as readonly unknown[])[0] },
    { title: 'b', value: (row: unknown) => (row as readonly unknown[])[1], maxWidth: 8 },
  ];
  assert.equal(
    await printed({ ...listOf('glance', ['a', 'b'], [['1', 'some words and more']], { columns }), align: 'centre' }),
    screen(
      '+---+----------+',
      '| a |    b     |',
      '+---+----------+',
      '| 1 |   some   |',
      '|   |  words   |',
      '|   | and more |',
      '+---+----------+',
    ),
  );
});
