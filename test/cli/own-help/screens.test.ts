import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applets, commandsOf, loadApplet, loadCommand } from '../../../src/cli/applets.js';
import { globalOptions } from '../../../src/cli/globals.js';
import { examplesIn } from '../../../src/cli/own-help/index.js';
import { kindOf, kindsOf } from '../../../src/cli/own-help/kinds.js';
import { examples, MOST_LINES, named } from '../../../src/cli/own-help/program.js';
import { parse } from '../../../src/cli/parse.js';
import { findRoute } from '../../../src/cli/route.js';
import { exitCodes } from '../../../src/core/exit-codes.js';
import { everyCommand } from '../../support/examples.js';
import { deep } from '../../support/property.js';
import { shellWords } from '../../support/shell.js';
import { stackline } from '../../support/stackline.js';

const shown = await everyCommand();

/** Finds and parses a command line, without running it. */
async function understood(words: readonly string[]): Promise<string> {
  const route = await findRoute('stackline', words);
  assert.ok(route.entry !== undefined, words.join(' '));
  const { options, arguments: args, shows } = await loadCommand(route.applet, route.entry.name);
  parse({ options, arguments: args, globals: globalOptions(route.client.globals), shows }, route.words, {});
  return `${route.applet} ${route.entry.name}`;
}

describe('help under our own name', () => {
  it('begins for every command with purpose, usage and two examples, which are command lines of that command', async () => {
    // Half of them, unless all cases are wanted.
    for (const { client, name, before, examples: lines } of shown.filter((_, at) => deep || at % 2 === 0)) {
      assert.equal(new Set(lines).size, 2, `${client} ${name}: ${lines.join(' | ')}`);
      for (const line of lines) {
        assert.equal(await understood([...before, ...shellWords(`stackline ${line}`).argv]), `${client} ${name}`, line);
      }
    }
    assert.ok(shown.length > 400, `${shown.length} were looked at`);
  });

  it('shows a command as it is said to, in lines that fit the terminal', async () => {
    for (const { client, name, before } of shown.filter((_, index) => index % (deep ? 7 : 14) === 0)) {
      const path = [...before, ...name.split(' ')];
      for (const columns of [40, 80, 120, 300]) {
        const { stdout, code } = await stackline(['help', ...path], { tty: true, columns });
        assert.equal(code, 0, path.join(' '));
        assert.match(stdout, new RegExp(`^[A-Z][\\s\\S]*?\n\nusage: stackline\\s+${path.join('\\s+')}`), client);
        assert.match(stdout, /\n\nExamples\n {2}stackline [^\n]+\n {2}stackline [^\n]+\n/);
        if (columns < 80) continue;
        const wide = stdout.split('\n').filter((line) => line.length > Math.min(columns, 120) && !/^ {2}\S/.test(line));
        assert.deepEqual(wide, []);
      }
    }
  });

  it('names the commands and examples of the first screen as they are', async () => {
    for (const line of [...named(), ...examples()]) {
      const names = line.startsWith('-') ? [line] : line.split(', ');
      for (const one of names) {
        const words = one.replace(/ [<[].*$/, '').split(' ');
        if (words[0] === 'help') continue;
        const route = await findRoute('stackline', words);
        assert.ok(route.entry !== undefined, one);
      }
    }
    for (const line of examples()) assert.ok(await understood(line.split(' ')));
  });

  it('keeps the first screen short', async () => {
    for (const columns of [80, 100, 120]) {
      const { stdout } = await stackline('help', { tty: true, columns });
      const lines = stdout.split('\n');
      assert.ok(lines.length - 1 <= MOST_LINES, `${lines.length - 1} lines at ${columns}`);
      assert.deepEqual(
        lines.filter((line) => line.length > columns),
        [],
      );
      for (const title of ['Look', 'Change', 'Account', 'Clouds', 'This program'])
        assert.ok(lines.includes(title), title);
    }
  });

  it('shows each command of a client once, below a kind of thing', async () => {
    for (const client of new Set(Object.keys(applets).map(commandsOf))) {
      const kinds = await kindsOf((await loadApplet(client)).client);
      if (Object.keys(kinds).length === 0) continue;
      const { stdout } = await stackline(`help ${client}`);
      const own = shown.filter((one) => one.client === client);
      for (const { name, hidden } of own) {
        const times = stdout
          .split('\n')
          .filter((line) => line === `  ${name}` || line.startsWith(`  ${name}  `)).length;
        assert.equal(times, hidden ? 0 : 1, `${client} ${name}`);
        assert.notEqual(kindOf(kinds, name), 'Commands', `${client} ${name} is of no kind`);
      }
      for (const title of Object.keys(kinds)) assert.ok(stdout.includes(`\n${title}\n`), title);
    }
  });

  it('has examples and sample words for commands that there are', async () => {
    for (const client of new Set(shown.map((one) => one.client))) {
      const { lines = '', words = {} } = await examplesIn(client);
      const own = shown.filter((one) => one.client === client);
      for (const line of lines.trim().split('\n').filter(Boolean))
        assert.ok(
          own.some(({ name }) => line.startsWith(`${name}:`)),
          `${client} ${line}`,
        );
      const used = own.flatMap(({ examples }) => examples).join('\n');
      for (const [name, word] of Object.entries(words))
        assert.ok(used.includes(word), `${client}: nobody uses ${name}`);
    }
    assert.ok((await loadApplet('nova')).examples);
  });

  it('goes through a pager where it is longer than the terminal, but for --no-pager and a classic name', async () => {
    const read: string[] = [];
    const openPager = async (command: string | undefined) => ({
      write: async (text: string) => {
        read.push(`${command}: ${text}`);
        return true;
      },
      end: async () => true,
    });
    const seen = { tty: true, rows: 30, columns: 100, env: { PAGER: 'more' }, openPager };
    const { stdout } = await stackline('help', { tty: true, columns: 100 });
    const whole = (await stackline('list --help', { tty: true, columns: 100 })).stdout;
    for (const [line, text] of Object.entries({ help: stdout, '': stdout, '--help': stdout, 'list --help': whole })) {
      assert.equal((await stackline(line, seen)).stdout, '', line);
      assert.deepEqual(read.splice(0), [`more: ${text}`], line);
    }
    assert.equal((await stackline('help', { ...seen, rows: 61 })).stdout, stdout);
    assert.equal((await stackline('help --no-pager', seen)).stdout, stdout);
    assert.equal((await stackline('list --help --no-pager', seen)).stdout, whole);
    assert.match((await stackline('help', { ...seen, program: 'nova' })).stdout, /^usage: nova/);
    assert.equal((await stackline('help', { ...seen, tty: false })).stdout, (await stackline('help')).stdout);
    assert.deepEqual(read, []);
    assert.equal((await stackline('help', { ...seen, env: { COLUMNS: '40', PAGER: '' } })).stdout.length > 0, true);
  });

  it('is as wide as COLUMNS says on a terminal, from 40 to 120', async () => {
    const at = async (columns: string) =>
      (await stackline('help list', { tty: true, columns: 100, env: { COLUMNS: columns } })).stdout;
    const widest = (screen: string) => Math.max(...screen.split('\n').map((line) => line.length));
    for (const [said, same] of [
      ['10', '40'],
      ['400', '120'],
      ['x', '100'],
    ] as const)
      assert.equal(await at(said), await at(same), said);
    for (const columns of [80, 100, 120]) {
      const width = widest(await at(String(columns)));
      assert.ok(width <= columns && width > columns - 12, `${columns}: ${width}`);
    }
  });

  it('names for a command that prints text no option that it refuses, and for others all', async () => {
    const typed = { '--format': 'csv', '--column': 'ID', '--add-column': 'ID', '--query': 'a', '--max-width': '80' };
    const flags = ['--watch', '--raw', '--fit-width', '--print-empty', '--noindent'];
    const wait = ['wait', 'server', 'devstack', '--for', 'status=ACTIVE'];
    const [{ stdout: ofText }, { stdout: ofList }] = [await stackline('help wait'), await stackline('help list')];
    for (const [name, value] of [...Object.entries(typed), ...flags.map((flag) => [flag, ''] as const)]) {
      const { stderr, code } = await stackline([...wait, name, value].filter(Boolean));
      assert.match(stderr, /without effect|only for commands that show a list/, name);
      assert.equal(code, 2, name);
      assert.ok(!ofText.includes(name) && ofList.includes(name), name);
    }
    assert.match(ofText, /-o, --output <file>/);
  });

  it('tells of every exit code, and of every option that all commands take', async () => {
    const { stdout: codes } = await stackline('help exit-codes');
    for (const code of Object.values(exitCodes)) assert.match(codes, new RegExp(`^ {2}${code} `, 'm'));
    const { stdout: options } = await stackline('help options');
    for (const option of ['--os-cloud', '--format', '--deadline', '--os-auth-url']) assert.ok(options.includes(option));
    assert.match(options, /--color <when>[\s\S]*?One of auto,\s+always, never\./);
  });
});
