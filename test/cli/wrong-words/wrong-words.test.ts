import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findRoute } from '../../../src/cli/route.js';
import { ACTIONS, COMMANDS, OPTIONS, THINGS } from '../../../src/cli/wrong-words/meanings.js';
import { commandsMeant, optionMeant } from '../../../src/cli/wrong-words/suggest.js';
import { stackline } from '../../support/stackline.js';

describe('a word that is no command', () => {
  const meant: readonly (readonly [typed: string, first: string | undefined])[] = [
    ['lsit', 'list'],
    ['stpo', 'stop'],
    ['ls', 'list'],
    ['vm', 'list'],
    ['servers', 'list'],
    ['get servers', 'list'],
    ['get server', 'show'],
    ['describe vm', 'show'],
    ['rm', 'delete'],
    ['halt', 'stop'],
    ['volumes', 'cinder list'],
    ['networks', 'neutron net-list'],
    ['login', 'whoami'],
    ['image-lst', 'image-list'],
    ['zzzz', undefined],
  ];
  for (const [typed, first] of meant) {
    it(`${typed}: ${first ?? 'nothing'} is meant`, async () => {
      assert.equal((await commandsMeant('stackline', typed.split(' ')))[0], first);
    });
  }

  it('of a client is looked for by its meaning, and never taken for one of another meaning', async () => {
    assert.deepEqual(await commandsMeant('cinder', ['stop']), ['stop']);
    assert.deepEqual(await commandsMeant('keystone', ['user-lst']), ['keystone user-list']);
    assert.equal((await commandsMeant('neutron', ['list']))[0], 'neutron net-list');
    assert.ok(!(await commandsMeant('cinder', ['stop'])).some((line) => line.endsWith('show')));
  });

  it('is told in one line, with exit code 2, wherever it stands', async () => {
    for (const line of ['lsit', 'cinder lst', 'hyperv vm lst', 'help lsit', 'nova-manage service lst', 'zzzz']) {
      const { stdout, stderr, code, requests } = await stackline(line);
      assert.equal(code, 2, line);
      assert.equal(stdout, '');
      assert.match(stderr, /^stackline[a-z -]*: '\w+' is no command\. (Did you mean|See) '[^\n]+[?.]\n$/, line);
      assert.deepEqual(requests, []);
    }
  });

  it('is never obeyed by the terminal that shows it', async () => {
    assert.equal(
      (await stackline(['a\x1b[2Jb'])).stderr,
      "stackline: 'a\\x1b[2Jb' is no command. See 'stackline help'.\n",
    );
  });
});

describe('a word that is no option', () => {
  const known = ['--all-tenants', '--format', '--column', '--name', '--quiet'];
  const meant: readonly (readonly [typed: string, following: string | undefined, meant: string | undefined])[] = [
    ['-A', undefined, '--all-tenants'],
    ['--json', undefined, '-f json'],
    ['-o', 'json', '-f json'],
    ['--output=yaml', undefined, '-f yaml'],
    ['--nmae', 'x', '--name'],
    ['--all_projects', undefined, '--all-tenants'],
    ['-z', undefined, undefined],
    ['--region', undefined, undefined],
  ];
  for (const [typed, following, expected] of meant) {
    it(`${typed}: ${expected ?? 'nothing'} is meant`, () => {
      assert.equal(optionMeant(typed, following, known), expected);
    });
  }

  it('is told in one line, as are too many words', async () => {
    assert.equal(
      (await stackline('list --json')).stderr,
      "stackline list: '--json' is no option. Did you mean '-f json'?\n",
    );
    assert.equal(
      (await stackline('list b')).stderr,
      "stackline list: too many words: 'b'. See 'stackline help list'.\n",
    );
    assert.equal((await stackline('list b')).code, 2);
  });
});

describe('the table of meanings', () => {
  it('leads to things and actions that it has, and to commands that we have or will have', async () => {
    for (const [word, thing] of Object.entries(THINGS)) assert.ok(thing in COMMANDS, `${word} → ${thing}`);
    const actions = new Set(Object.values(COMMANDS).flatMap((commands) => Object.keys(commands)));
    for (const [word, action] of Object.entries(ACTIONS)) assert.ok(actions.has(action), `${word} → ${action}`);
    for (const [thing, commands] of Object.entries(COMMANDS)) {
      const [first = ''] = Object.values(commands);
      const { entry } = await findRoute('stackline', first.split(' '));
      assert.ok(entry !== undefined, `${thing}: ${first}`);
    }
  });

  it('has no option that means itself', () => {
    for (const [typed, meant] of Object.entries(OPTIONS)) assert.ok(!meant.includes(typed), typed);
  });
});
