/**
 * The same tables through cliff's writers and ours, byte for byte, and what we write read back by readers that are not
 * ours: Python's csv, json and html.parser, PyYAML, sh and bash, cmark-gfm, Prometheus' client library and promtool. The
 * cells are such as a hostile cloud would give.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { outputOptions } from '../../src/app/output-options.js';
import client from '../../src/classic/stackline.js';
import { applets, loadApplet, loadCommand, ownApplet } from '../../src/cli/applets.js';
import { globalOptions } from '../../src/cli/globals.js';
import { parse } from '../../src/cli/parse.js';
import { namesOf } from '../../src/command/manifest.js';
import type { View } from '../../src/core/view.js';
import { visibleLines } from '../../src/lib/escape.js';
import { render } from '../../src/output/index.js';
import { pagesOf } from '../output/views.js';
import { root } from '../support/imports.js';
import { fc, runs } from '../support/property.js';
import { stackline } from '../support/stackline.js';

type Cell = unknown;
interface Table {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const judge = fileURLToPath(new URL(`file://${root}/test/peers/formats_judge.py`));

/** Asks the judge of this directory many things at once. */
function ask<Answer>(questions: readonly object[]): readonly Answer[] {
  const done = spawnSync('/usr/bin/python3', [judge], {
    input: JSON.stringify(questions),
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  assert.equal(done.status, 0, done.stderr);
  return JSON.parse(done.stdout);
}

const source = async () => ({ line: 'stackline fixed', noun: 'fixed' });

/** What we print of a view, told by words of a command line. */
async function ours(view: View, argv: readonly string[]): Promise<string> {
  const { globals } = parse({ options: {}, arguments: {}, globals: globalOptions() }, argv, {});
  const sink = { isTTY: () => false, write: () => undefined };
  const options = outputOptions({ env: {}, stdout: sink, stderr: sink }, client, globals, source);
  let out = '';
  await render(view, options, (chunk) => {
    out += chunk;
  });
  return out;
}

const listOf = ({ titles, rows }: Table): View => ({
  kind: 'list',
  columns: titles.map((title, at) => ({ title, value: (row: unknown) => (row as readonly Cell[])[at] })),
  pages: pagesOf(rows, 3),
});
const showOf = ({ titles, rows }: Table): View => ({
  kind: 'show',
  fields: titles.map((name, at) => ({ name, value: rows[0]?.[at] ?? null })),
});

/** Pieces of text that one writer or another takes for something: quotes, markup, ends of lines, wide and turned text. */
const PIECES = [
  ...['"', "'", '\\', '`', '$', '$(id)', '|', '||', ',', ';', '\t', '\n', '\r', '\r\n', ' ', '  ', '\x00', '\x1b[2J'],
  ...[
    '<b>',
    '</td>',
    '&amp;',
    '&#32;',
    '<!--',
    '-->',
    '<script>',
    '*x*',
    '_x_',
    'a_b',
    '~~x~~',
    '[x](y)',
    '![',
    '#',
    '# x',
  ],
  ...[
    '- ',
    '1. ',
    '---',
    ': ',
    ' #',
    '{',
    '}',
    '[',
    ']',
    '%s',
    '!x',
    'www.example.com',
    'http://a.b/c',
    'x@example.com',
  ],
  ...[
    '東京',
    'é',
    'e\u0301',
    '👩‍👩‍👧',
    '🇨🇭',
    '😀',
    'שלום',
    'مرحبا',
    '\u202e',
    '\u200b',
    '\u0085',
    '\u2028',
    '\ufeff',
    'ß',
  ],
  ...[
    'null',
    'None',
    'true',
    'no',
    '0',
    '012',
    '1e5',
    '1_000',
    '0x1f',
    '.inf',
    '12:30:45',
    '2013-04-01',
    '~',
    '=',
    '<<',
  ],
  ...['2013-04-01T12:00:00Z', 'x', 'web-01', 'ACTIVE', '\\n', '\\"', '$HOME', '"; touch x; "', "'\"'\"'"],
];
const oddText = fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }).map((pieces) => pieces.join(''));
const anyText = fc.oneof(
  oddText,
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const anyNumber = fc.oneof(
  fc.integer(),
  fc.constantFrom(0, 1.5, 1e-5, 123456789012, -7, 0.1, 1e15),
  // Whole floats are no other numbers here than integers, and are in Python.
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((one) => !Number.isInteger(one)),
);
const scalar = fc.oneof({ weight: 4, arbitrary: anyText }, anyNumber, fc.boolean(), fc.constant(null));
/** Without characters that one Unicode knows and another does not: Python's repr() has escapes for those. */
const within = fc.oneof({ weight: 3, arbitrary: oddText }, anyNumber, fc.boolean(), fc.constant(null));
const nested = fc.oneof(
  fc.array(within, { maxLength: 3 }),
  fc.dictionary(fc.oneof(oddText, fc.constantFrom('a', 'b c')), within, { maxKeys: 3 }),
  fc.constantFrom([], {}, { a: [{ b: ['c'] }] }, [[1, [2]]]),
);
const anyCell = fc.oneof({ weight: 6, arbitrary: scalar }, { weight: 1, arbitrary: nested });
const anyTitle = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('ID', 'Name', 'Memory_MB', 'is public', 'OS-EXT-STS:vm_state', 'Größe', '2nd'),
  },
  { weight: 1, arbitrary: anyText.map((text) => text.replaceAll('\r', '')) },
);

function tableOf(cell: fc.Arbitrary<Cell>, most = 5): fc.Arbitrary<Table> {
  return fc.uniqueArray(anyTitle, { minLength: 1, maxLength: 4 }).chain((titles) =>
    fc.record({
      titles: fc.constant(titles),
      rows: fc.array(fc.tuple(...titles.map(() => cell)) as fc.Arbitrary<Cell[]>, { maxLength: most }),
    }),
  );
}
const tables = <T>(arbitrary: fc.Arbitrary<T>, count: number, seed: number): readonly T[] =>
  fc.sample(arbitrary, { numRuns: runs(count), seed });
const hasRows = ({ rows }: Table): boolean => rows.length > 0;

/** A writer of cliff: its options, the cells that it takes as we do, and whether it shows lists, one thing or both. */
interface Writer {
  readonly options: readonly string[];
  readonly cells: fc.Arbitrary<Cell>;
  readonly kinds?: readonly ('list' | 'show')[];
}
const without = (pattern: RegExp, arbitrary: fc.Arbitrary<Cell>): fc.Arbitrary<Cell> =>
  arbitrary.filter((cell) => !pattern.test(JSON.stringify(cell).replaceAll('\\\\', '')));
/** Text that holds nothing that a terminal would obey: our tables show the rest as escapes. */
const isVisible = (text: string): boolean => visibleLines(text) === text;
const visible = anyCell.filter((cell) => typeof cell !== 'string' || isVisible(cell.replaceAll('\r', '')));
/** Python before 3.13 leaves bare carriage returns as they are, where strict readers see the end of a row. */
const noReturns = without(/\\r/, anyCell);
const writers: readonly Writer[] = [
  { options: ['-f', 'json'], cells: anyCell },
  { options: ['-f', 'json', '--noindent'], cells: anyCell },
  { options: ['-f', 'yaml'], cells: anyCell },
  { options: ['-f', 'value'], cells: anyCell },
  { options: ['-f', 'csv'], cells: anyCell, kinds: ['list'] },
  { options: ['-f', 'csv', '--quote', 'all'], cells: anyCell, kinds: ['list'] },
  { options: ['-f', 'csv', '--quote', 'nonnumeric'], cells: anyCell, kinds: ['list'] },
  { options: ['-f', 'csv', '--quote', 'minimal'], cells: noReturns, kinds: ['list'] },
  { options: ['-f', 'csv', '--quote', 'none'], cells: noReturns, kinds: ['list'] },
  { options: ['-f', 'table'], cells: visible },
  { options: ['-f', 'table', '--print-empty'], cells: visible, kinds: ['list'] },
  { options: ['-f', 'table', '--max-width', '40'], cells: visible },
  { options: ['-f', 'table', '--fit-width'], cells: visible },
];

for (const [index, { options, cells, kinds = ['list', 'show'] }] of writers.entries()) {
  for (const kind of kinds) {
    test(`cliff's bytes: a ${kind} with ${options.join(' ')}`, async () => {
      const all = tables(tableOf(cells), 1000, index)
        .filter((table) => kind === 'list' || hasRows(table))
        .filter(
          ({ titles }) => !options.includes('table') || titles.every((title) => isVisible(title) && !/\n/.test(title)),
        );
      const questions = all.map((table) => ({
        cliff: options,
        titles: table.titles,
        ...(kind === 'list' ? { rows: table.rows } : { values: table.rows[0] }),
      }));
      const theirs = ask<{ text?: string; error?: string }>(questions);
      let compared = 0;
      for (const [at, table] of all.entries()) {
        const { text } = theirs[at] ?? {};
        // What Python's writers refuse, such as one empty cell without quotes, has no bytes.
        if (text === undefined) continue;
        compared += 1;
        const view = kind === 'list' ? listOf(table) : showOf(table);
        assert.equal(await ours(view, options), text, JSON.stringify(table));
      }
      assert.ok(compared > all.length * 0.8, `${compared} of ${all.length} compared`);
    });
  }
}

test("cliff's order and choice: --sort-column, --sort-ascending, --sort-descending and -c", async () => {
  // Python sorts no texts among numbers; we say so, and cliff's sentence about it has a mistake that makes it fail.
  const sortable = fc.oneof(
    fc.oneof(oddText, fc.constant(null)),
    fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0.5, true, false, null)),
  );
  const kinds = fc.sample(fc.tuple(tableOf(sortable, 8), fc.nat(), fc.nat(), fc.nat()), {
    numRuns: runs(2000),
    seed: 7,
  });
  const all = kinds.map(([table, first, second, third]) => {
    const pick = (at: number) => table.titles[at % table.titles.length] ?? '';
    const sorting = [`--sort-column=${pick(first)}`, ...(second % 2 ? [`--sort-column=${pick(second)}`] : [])];
    const direction = [[], ['--sort-ascending'], ['--sort-descending']][third % 3] ?? [];
    const columns = first % 2 ? [`--column=${pick(third)}`] : [];
    return { table, options: ['-f', 'json', ...sorting, ...direction, ...columns] };
  });
  const theirs = ask<{ text?: string }>(
    all.map(({ table: { titles, rows }, options }) => ({ cliff: options, titles, rows })),
  );
  let compared = 0;
  for (const [at, { table, options }] of all.entries()) {
    const { text } = theirs[at] ?? {};
    if (text === undefined) continue;
    compared += 1;
    assert.equal(await ours(listOf(table), options), text, `${options} ${JSON.stringify(table)}`);
  }
  assert.ok(compared > all.length / 4, `${compared} of ${all.length}`);
});

/** A table that none of the readers has to guess about: one value is one text. */
const texts = (count: number, seed: number): readonly Table[] => tables(tableOf(anyText), count, seed);

/** Reads back what we write of each table. */
async function readBack<Found>(
  format: string,
  options: readonly string[],
  all: readonly Table[],
  view: (table: Table) => View = listOf,
): Promise<readonly Found[]> {
  const questions: object[] = [];
  for (const table of all) questions.push({ read: format, text: await ours(view(table), options) });
  return ask<{ value?: Found; error?: string }>(questions).map(({ value, error }, at) => {
    assert.equal(error, undefined, JSON.stringify(questions[at]));
    return value as Found;
  });
}

for (const quote of ['all', 'minimal', 'none', 'nonnumeric']) {
  test(`Python's csv reads every cell back, --quote ${quote}`, async () => {
    const all = texts(1000, 20).filter(({ titles }) => quote !== 'none' || titles.length > 1);
    const found = await readBack('csv', ['-f', 'csv', '--quote', quote], all);
    assert.deepEqual(
      found,
      all.map(({ titles, rows }) => [titles, ...rows]),
    );
  });
}

for (const [format, options] of [
  ['json', ['-f', 'json']],
  ['json', ['-f', 'json', '--noindent']],
  ['ndjson', ['-f', 'ndjson']],
  ['yaml', ['-f', 'yaml']],
] as const) {
  test(`Python reads every value back from ${options.join(' ')}`, async () => {
    const all = tables(tableOf(anyCell), 1000, 21);
    const found = await readBack(format, options, all);
    const rows = all.map(({ titles, rows }) =>
      rows.map((row) => Object.fromEntries(titles.map((title, at) => [title, row[at]]))),
    );
    assert.deepEqual(found, JSON.parse(JSON.stringify(rows)));
  });
}

const shown = (text: unknown): string => visibleLines(String(text).replaceAll('\r\n', '\n'));
/** Markdown would lose blanks at the start of a line: there they are hard ones. */
const inFormat: Readonly<Record<string, (text: unknown) => string>> = {
  html: shown,
  markdown: (text) => shown(text).replace(/\n +/g, (start) => start.replaceAll(' ', '\u00a0')),
};

for (const format of ['html', 'markdown']) {
  test(`a parser of ${format} reads every cell back, and finds no markup in one`, async () => {
    // A row of Markdown is a line, and a title of a table is one, too.
    const all = texts(1500, 22);
    const found = await readBack(format, ['-f', format], all);
    assert.deepEqual(
      found,
      all.map(({ titles, rows }) => [titles, ...rows].map((row) => row.map(inFormat[format] ?? shown))),
    );
    const one = all.filter(hasRows);
    assert.deepEqual(
      await readBack(format, ['-f', format], one, showOf),
      one.map(({ titles, rows }) =>
        [['Field', 'Value'], ...titles.map((title, at) => [title, rows[0]?.[at]])].map((row) =>
          row.map(inFormat[format] ?? shown),
        ),
      ),
    );
  });
}

for (const name of ['sh', 'bash']) {
  test(`${name} has every value in its variables, and has run none of them; harmless ones are cliff's bytes`, async () => {
    const all = tables(tableOf(without(/\\u0000/, anyCell)), 1500, 23).filter(hasRows);
    const theirs = ask<{ text?: string }>(
      all.map(({ titles, rows }) => ({ cliff: ['-f', 'shell'], titles, values: rows[0] })),
    );
    const questions: object[] = [];
    let harmless = 0;
    for (const [at, table] of all.entries()) {
      const assignments = await ours(showOf(table), ['-f', 'shell']);
      const values = await valuesOf(table);
      const lines = [...assignments.matchAll(/(?:^|\n)(\w+)="(?:[^"\\]|\\[\s\S])*"/g)].map((match) => match[1]);
      questions.push({ read: name, text: { assignments, names: lines } });
      const isHarmless =
        values.every((value) => !/[$`]|\\(?:[$`"\\\n]|$)/.test(value)) &&
        // Quotes in what is no text, and names that are none: cliff's would be taken for something else.
        table.rows[0]?.every(
          (cell) => typeof cell !== 'object' || !JSON.stringify(cell).includes('"') || cell === null,
        ) &&
        table.titles.every((title) => /^[A-Za-z][\w :-]*$/.test(title));
      if (!isHarmless) continue;
      harmless += 1;
      assert.equal(assignments, theirs[at]?.text);
    }
    assert.ok(harmless > all.length / 10, `${harmless} of ${all.length}`);
    const found = ask<{ value?: readonly string[]; error?: string }>(questions);
    for (const [at, table] of all.entries()) {
      assert.deepEqual(found[at], { value: await valuesOf(table) }, JSON.stringify(questions[at]));
    }
  });
}

test('sh has every cell of a list in its variables, one for each, and has run none of them', async () => {
  const all = tables(tableOf(without(/\\u0000/, anyCell)), 500, 25);
  const questions: object[] = [];
  const wanted: (readonly string[])[] = [];
  for (const table of all) {
    const assignments = await ours(listOf(table), ['-f', 'shell']);
    const names = [...assignments.matchAll(/(?:^|\n)(\w+)="(?:[^"\\]|\\[\s\S])*"/g)].map((match) => match[1]);
    assert.equal(new Set(names).size, table.rows.length * table.titles.length + 1, assignments);
    questions.push({ read: 'sh', text: { assignments, names } });
    const cells = await Promise.all(table.rows.map((row) => valuesOf({ ...table, rows: [row] })));
    wanted.push([...cells.flat(), String(table.rows.length)]);
  }
  const found = ask<{ value?: readonly string[] }>(questions);
  for (const [at, values] of wanted.entries())
    assert.deepEqual(found[at], { value: values }, JSON.stringify(questions[at]));
});

/** The values of one thing as bare text, each by itself. */
const valuesOf = ({ titles, rows }: Table): Promise<readonly string[]> =>
  Promise.all(
    titles.map(async (title, at) =>
      (await ours(showOf({ titles: [title], rows: [[rows[0]?.[at]]] }), ['-f', 'value'])).slice(0, -1),
    ),
  );

test('promtool and the client library read metrics: a series for each row, a gauge for each number', async () => {
  const all = tables(tableOf(anyCell), 1500, 24);
  type Sample = readonly [name: string, labels: Readonly<Record<string, string>>, value: number];
  const found = await readBack<readonly Sample[]>('prom', ['-f', 'prom'], all);
  for (const [at, { titles, rows }] of all.entries()) {
    const samples = found[at] ?? [];
    const infos = samples.filter(([name]) => name === 'stackline_fixed_info');
    assert.equal(infos.length, rows.length);
    assert.equal(
      new Set(samples.map(([name, labels]) => JSON.stringify([name, Object.entries(labels).sort()]))).size,
      samples.length,
    );
    for (const [row, [, labels]] of infos.entries()) {
      // Every text is a label, unless it is empty or a time.
      const said = Object.values(labels);
      const wanted = titles.flatMap((_, column) => {
        const cell = rows[row]?.[column];
        return typeof cell === 'string' && cell !== '' && !/^\d{4}-\d\d-\d\dT/.test(cell) ? [cell] : [];
      });
      for (const text of wanted) assert.ok(said.includes(text), JSON.stringify([text, labels]));
    }
    assert.deepEqual(samples.at(-1), ['stackline_fixed_rows', {}, rows.length]);
  }
});

/** Command lines that need no more words, of every client. */
async function lists(): Promise<readonly (readonly [program: string, verb: string])[]> {
  const all: [string, string][] = [];
  for (const program of [...Object.keys(applets), ownApplet]) {
    const { commands } = await loadApplet(program);
    for (const verb of namesOf(commands)) {
      const command = await loadCommand(program, verb);
      const needs = [...Object.values(command.options), ...Object.values(command.arguments)];
      if (command.shows === 'list' && !needs.some(({ required }) => required)) all.push([program, verb]);
    }
  }
  return all;
}

test('every list of every client has the same rows in the same order in every format, and readers take them all', async () => {
  let compared = 0;
  for (const [program, verb] of await lists()) {
    const run = async (format: string) => {
      const { stdout, stderr, code } = await stackline(`${verb} -f ${format}`, { program });
      return { stdout, told: `${program} ${verb} -f ${format}: ${code} ${stderr}`, code };
    };
    const json = await run('json');
    // A service that the embedded cloud does not have, or a list that asks for more than words.
    if (json.code !== 0 || json.stdout === '[]\n') continue;
    compared += 1;
    const rows = JSON.parse(json.stdout) as Readonly<Record<string, unknown>>[];
    const questions: object[] = [];
    for (const format of ['csv', 'ndjson', 'yaml', 'html', 'markdown', 'prom']) {
      questions.push({ read: format, text: (await run(format)).stdout });
    }
    const [csv, ndjson, yaml, html, markdown, prom] = ask<{ value?: never; error?: string }>(questions).map(
      ({ value, error }) => value ?? assert.fail(`${json.told} ${error}`),
    ) as unknown as [string[][], object[], object[], string[][], string[][], [string, object, number][]];
    assert.deepEqual([ndjson, yaml], [rows, rows], json.told);
    for (const table of [csv, html, markdown]) assert.equal(table.length, rows.length + 1, json.told);
    assert.deepEqual(prom.at(-1)?.[2], rows.length, json.told);
    // What is a text for machines is the same text for people, where the client has no other words for it.
    const [title = ''] = Object.keys(rows[0] ?? {});
    const first = rows.map((row) => String(row[title]));
    assert.deepEqual(
      csv.slice(1).map(([cell]) => cell),
      csv.slice(1).map(([cell], at) => (typeof rows[at]?.[title] === 'string' ? first[at] : cell)),
      json.told,
    );
    assert.deepEqual(
      html.slice(1).map(([cell]) => cell),
      markdown.slice(1).map(([cell]) => cell),
      json.told,
    );
    const table = await run('table');
    if (!table.stdout.startsWith('+')) continue;
    const inTable = table.stdout
      .split('\n')
      .slice(3)
      .flatMap((line) => /^\| +([^\s|]\S*) +\|/.exec(line)?.[1] ?? []);
    const inPage = html.slice(1).map(([cell = '']) => cell);
    // Where another cell of the row has several lines, this one is blank below.
    if (inPage.every((cell) => /^[\x21-\x7b]+$/.test(cell))) assert.deepEqual(inTable, inPage, table.told);
  }
  assert.ok(compared > 60, `${compared} lists`);
});
