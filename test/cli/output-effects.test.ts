import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ClassicClient } from '../../src/classic/client.js';
import { applets, loadApplet, loadCommand, olderApplets, ownApplet } from '../../src/cli/applets.js';
import { longName } from '../../src/cli/grammar.js';
import type { Command } from '../../src/command/command.js';
import { namesOf } from '../../src/command/manifest.js';
import { deep } from '../support/property.js';
import { stackline } from '../support/stackline.js';

/* An option that can change nothing about what a command prints is a mistake, and said to be one before anything is asked. */

const SORTING = ['--sort-column Name', '--sort-column Name --sort-descending'];
const FORMATS = ['table', 'json', 'yaml', 'csv', 'value', 'ndjson', 'markdown', 'html', 'prom'];
const NO_SHELL = `argument -f/--format: invalid choice: 'shell' (choose from ${FORMATS.map((one) => `'${one}'`).join(', ')})`;

/** What has no effect, by what a command shows: the options, and the sentence about the first of them. */
const WITHOUT_EFFECT: Readonly<Record<Command['shows'], readonly (readonly [options: string, sentence: string])[]>> = {
  outcomes: [['-f shell', NO_SHELL]],
  list: [],
  sections: [['-f shell', NO_SHELL]],
  show: [
    ...SORTING.map((one) => [one, 'argument --sort-column: without effect on a command that shows one thing'] as const),
    ['--print-empty', 'argument --print-empty: without effect on a command that shows one thing'],
    ['--prefix x', 'argument --prefix: without effect on -f table, only on -f shell'],
    ['-f shell --prefix $(id)', "argument --prefix: no beginning of a shell variable's name: '$(id)'"],
  ],
  text: textual('a command that prints text'),
  bytes: textual('a command that gives bytes as they are'),
  tour: textual('a command that runs others'),
};

/** Of every command that shows a table, or several. */
const OF_TABLES: readonly (readonly [options: string, sentence: string])[] = [
  ['--quote all', 'argument --quote: without effect on -f table, only on -f csv'],
  ['--noindent', 'argument --noindent: without effect on -f table, only on -f json'],
  ['-f json --quote none', 'argument --quote: without effect on -f json, only on -f csv'],
  ['--max-width 60 -f csv', 'argument --max-width: without effect on -f csv, only on -f table'],
  ['--fit-width -f json', 'argument --fit-width: without effect on -f json, only on -f table'],
  ['-f ndjson --noindent', 'argument --noindent: without effect on -f ndjson, only on -f json'],
];
const OF_ROWS: typeof OF_TABLES = [
  ['--sort-ascending', 'argument --sort-ascending: without effect unless --sort-column is given'],
  ['--sort-descending -f csv', 'argument --sort-descending: without effect unless --sort-column is given'],
];

function textual(what: string): readonly (readonly [string, string])[] {
  const options = [...FORMATS.map((format) => `-f ${format}`), '-c Name', ...SORTING, '--sort-ascending'];
  return [...options, '--quote all', '--noindent'].map((one) => {
    const [first = ''] = one.split(' ');
    const name = { '-f': '--format', '-c': '--column' }[first] ?? first;
    return [one, `argument ${name}: without effect on ${what}`];
  });
}

function least({ options, arguments: wanted }: Command): string {
  const must = Object.entries(options).flatMap(([key, option]) =>
    option.required ? [`--${longName(key, option)}=x`] : [],
  );
  return [
    ...must,
    ...Object.values(wanted).flatMap(({ required, choices }) => (required ? [choices?.[0] ?? 'x'] : [])),
  ].join(' ');
}

async function everyCommand(): Promise<readonly (readonly [line: string, command: Command, client: ClassicClient])[]> {
  const all: [string, Command, ClassicClient][] = [];
  for (const applet of [...Object.keys(applets), ...Object.keys(olderApplets), ownApplet]) {
    const { client, commands: manifest } = await loadApplet(applet);
    for (const verb of namesOf(manifest)) {
      const command = await loadCommand(applet, verb);
      all.push([`${applet} ${verb} ${least(command)}`.trim(), command, client]);
    }
  }
  return all;
}

const commands = await everyCommand();

/** cliff takes options of all formats, whichever is chosen. */
const takesIdle = (shows: Command['shows'], { takesIdleOptions }: ClassicClient): boolean =>
  takesIdleOptions === true && (shows === 'list' || shows === 'show');

async function refused(line: string, sentence: string, kept?: string): Promise<void> {
  const { stdout, stderr, code, requests } = await stackline(line, kept === undefined ? {} : { config: kept });
  assert.equal(code, 2, `${line}\n${stderr}${stdout}`);
  const said = stderr.split('\n').some((words) => words.endsWith(`error: ${sentence}`));
  assert.ok(said, `${line}\n${stderr}`);
  assert.deepEqual([stdout, requests], ['', []], line);
}

describe('an output option that has no effect is a usage error', () => {
  for (const kind of Object.keys(WITHOUT_EFFECT) as Command['shows'][]) {
    it(`of every command whose view is of the kind ${kind}`, async () => {
      const here = commands.filter(([, { shows }, client]) => shows === kind && !takesIdle(shows, client));
      assert.ok(here.length > 0, 'there is one');
      const rows = ['list', 'sections', 'outcomes'].includes(kind) ? OF_ROWS : [];
      const tables = ['text', 'bytes', 'tour'].includes(kind) ? [] : OF_TABLES;
      const all = [...WITHOUT_EFFECT[kind], ...rows, ...tables].flatMap(([options, sentence]) => [
        [options, sentence] as const,
        [`${options} --translate`, sentence] as const,
      ]);
      // Every command has its own of them, and all of them are tried with one command or another.
      const each = deep ? 1 : Math.min(18, here.length);
      for (const [at, [line]] of here.entries()) {
        for (const [options, sentence] of all.filter((_, which) => (at + which) % each === 0)) {
          await refused(`${line} ${options}`, sentence);
        }
      }
    });
  }

  it('unless the client takes options of all formats, as cliff does', async () => {
    const here = commands.filter(([, { shows }, client]) => takesIdle(shows, client));
    assert.ok(here.length > 100, `${here.length}`);
    for (const idle of ['--noindent', '--max-width 60 -f json', '--print-empty', '--fit-width -f yaml']) {
      for (const line of ['neutron net-list', 'neutron net-show public']) {
        const plain = idle.replace(/--(noindent|max-width 60|print-empty|fit-width)/, '');
        const [given, without] = await Promise.all([stackline(`${line} ${idle}`), stackline(`${line} ${plain}`)]);
        assert.deepEqual([given.code, given.stdout], [0, without.stdout], `${line} ${idle}`);
      }
    }
    assert.match((await stackline('neutron net-list -f shell')).stdout, /^id_1="[\s\S]*\nrows="\d+"\n$/);
  });

  it('and so is an option of a command that only changes its table', async () => {
    const found = commands.flatMap(([line, { options }]) =>
      Object.entries(options).flatMap(([key, option]) =>
        option.formats === undefined ? [] : [[line, longName(key, option)] as const],
      ),
    );
    assert.ok(found.length >= 4, found.join('\n'));
    for (const [line, key] of found) {
      const sentence = `argument --${key}: without effect on -f json, only on -f table`;
      await refused(`${line} --${key} 40 -f json`, sentence);
      await refused(`${line} --${key} 40`, sentence, '{"format": "json"}');
    }
  });
});

/** They want one of two words, neither of which is wanted by itself. */
const ONE_OF_TWO = [
  'cinder manageable-list',
  'cinder snapshot-manageable-list',
  'nova-manage service describe_resource',
];

describe('--sort-column with a name that no column has', () => {
  it('is the same error as -c with it, of every command that shows rows and needs no more words', async () => {
    let failed = 0;
    for (const [at, [line, { shows, login }, { tables }]] of commands.entries()) {
      // A third of them, unless all cases are wanted.
      if (!deep && at % 3 !== 0) continue;
      if (shows !== 'list' || !login || line.split(' ').at(-1) === 'x') continue;
      if (ONE_OF_TWO.includes(line)) continue;
      // cliff's own programs pass over it.
      if (tables.unknownColumns !== undefined) continue;
      const [picked, sorted] = await Promise.all([
        stackline(`${line} -c Nope`),
        stackline(`${line} --sort-column Nope`),
      ]);
      assert.deepEqual([sorted.code, sorted.stdout], [picked.code, picked.stdout], line);
      assert.equal(sorted.code, 1, line);
      const steady = (text: string): string => text.replaceAll(/req-[0-9a-f-]{36}/g, 'req');
      assert.equal(steady(sorted.stderr), steady(picked.stderr), line);
      if (sorted.stderr.includes("No recognized column names in ['Nope']. Recognized columns are (")) failed += 1;
    }
    assert.ok(failed > (deep ? 40 : 13), `${failed} were looked at`);
  });
});

describe('the format that is configured', () => {
  it('is no option: a command that prints text prints it', async () => {
    const { code, stdout } = await stackline('openrc', { config: '{"format": "json", "columns.openrc": "Name"}' });
    assert.equal(code, 0);
    assert.match(stdout, /^export OS_AUTH_URL=/m);
  });

  it('is the one on which another option has its effect', async () => {
    const { code, stdout } = await stackline('service-list --quote all -c name', { config: '{"format": "csv"}' });
    assert.equal(code, 0);
    assert.match(stdout, /^"name"\n"cinder"\n/);
  });
});

describe('options that each ask for something else', () => {
  for (const [line, sentence] of [
    ['flavor-list --all --limit 1', 'argument --limit: not allowed with argument --all'],
    ['flavor-list --marker 1 --all', 'argument --marker: not allowed with argument --all'],
    ['hypervisor-list --matching x --limit 1', 'argument --limit: not allowed with argument --matching'],
    ['hypervisor-list --matching x --marker 1', 'argument --marker: not allowed with argument --matching'],
  ] as const) {
    it(`exclude one another: ${line}`, () => refused(line, sentence));
  }
});
