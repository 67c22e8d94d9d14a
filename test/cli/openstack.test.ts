import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { applets, loadApplet, loadCommand } from '../../src/cli/applets.js';
import { globalOptions } from '../../src/cli/globals.js';
import { longName } from '../../src/cli/grammar.js';
import { instead, meant, order } from '../../src/cli/openstack/also.js';
import { markedPlace, piecesOf } from '../../src/cli/openstack/names.js';
import { type Read, readOpenstack } from '../../src/cli/openstack/read.js';
import { parse } from '../../src/cli/parse.js';
import { translate } from '../../src/cli/translate.js';
import type { Command } from '../../src/command/command.js';
import { namesOf } from '../../src/command/manifest.js';
import type { Option } from '../../src/command/options.js';
import { UsageError } from '../../src/core/errors.js';
import { dice } from '../support/dice.js';
import { deep, runs, seed } from '../support/property.js';
import { shellWords } from '../support/shell.js';
import { stackline } from '../support/stackline.js';

/* The words of openstack are the translations of our commands, read backwards. */

/** openstack has one command for what are several here, and shows all of it at once. */
const UNDECIDED = ['network qos rule list', 'network qos rule show'];

interface Named {
  readonly applet: string;
  readonly verb: string;
  readonly command: Command;
}

async function translated(): Promise<readonly Named[]> {
  const all: Named[] = [];
  for (const applet of [...Object.keys(applets), 'stackline']) {
    if (applet === 'quantum') continue;
    for (const verb of namesOf((await loadApplet(applet)).commands)) {
      const command = await loadCommand(applet, verb);
      if (command.openstack !== false) all.push({ applet, verb, command });
    }
  }
  return all;
}

const commands = await translated();

type Roll = (most: number) => number;

/** What is said as one of two options is true or false, in whatever words. */
const isTruth = ({ openstack }: Command, key: string): boolean =>
  [openstack].flat().some(
    (one) =>
      one !== false &&
      piecesOf(one).some((piece) => {
        const place = markedPlace(piece);
        return place?.key === key && place.name.includes('|');
      }),
  );

/** Is the key lost in openstack's only words for the command? */
const isMeant = ({ openstack }: Command, key: string): boolean =>
  typeof openstack === 'string' && openstack.includes(`{${key}!}`);

/** A line of our command: all that it needs, and of all else what the dice say. */
function lineOf({ command, applet, verb }: Named, roll: Roll, keys?: ReadonlySet<string>): readonly string[] {
  const wordFor = (key: string, option?: Pick<Option, 'kind' | 'choices'>): string => {
    const fixed = meant[`${applet} ${verb}`]?.[key];
    if (fixed !== undefined) return fixed.startsWith('{') ? 'source' : fixed;
    if (option?.choices !== undefined) return option.choices[roll(option.choices.length)] ?? '';
    if (key === 'type' && verb === 'get-vnc-console') return ['novnc', 'xvpvnc'][roll(2)] ?? '';
    if (isTruth(command, key)) return ['true', 'false'][roll(2)] ?? '';
    if (option?.kind.endsWith('integer')) return String(1 + roll(9));
    if (key === 'srcVolume') return 'source';
    return [`${key}-1`, 'two words', 'a=b', '*'][roll(4)] ?? '';
  };
  const options = Object.entries(command.options).flatMap(([key, option]) => {
    if (option.kind === 'unknown' || option.kind === 'several') return [];
    if (!option.required && (keys === undefined ? roll(3) > 0 : !keys.has(key))) return [];
    const name = `--${longName(key, option)}`;
    if (option.kind === 'flag' || key === 'allTenants') return [name];
    const times = option.kind === 'many' ? 1 + roll(2) : 1;
    return Array.from({ length: times }, () => `${name}=${wordFor(key, option)}`);
  });
  const plain = Object.entries(command.arguments).flatMap(([key, { required, variadic, choices }]) => {
    if (!required && roll(2) > 0) return [];
    const one = () => wordFor(key, { kind: 'text', ...(choices && { choices }) });
    return Array.from({ length: variadic ? 1 + roll(2) : 1 }, one);
  });
  return [...options, ...plain];
}

/** What a line of the command says, and in openstack's words; undefined where these words cannot be said together. */
async function said({ command, applet, verb }: Named, words: readonly string[]) {
  const globals = globalOptions((await loadApplet(applet)).client.globals);
  try {
    const parsed = parse({ options: command.options, arguments: command.arguments, globals }, words, {});
    const { line, missing } = translate(command, { command: `${applet} ${verb}`, ...parsed, shared: globals });
    return { line, missing, options: { ...parsed.options }, args: parsed.args };
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** What is wrong with what is read back from the words of a command; how often it was read. */
async function readBack(named: Named): Promise<{ readonly wrong: readonly string[]; readonly seen: number }> {
  const name = `${named.applet} ${named.verb}`;
  const roll = dice(seed + name.length);
  const wrong: string[] = [];
  const sayable: string[] = [];
  for (const key of Object.keys(named.command.options)) {
    const alone = await said(named, lineOf(named, roll, new Set([key])));
    if (alone?.missing.length === 0 && !isMeant(named.command, key)) sayable.push(key);
  }
  let seen = 0;
  for (let round = 0; round < runs(50); round += 1) {
    const before = await said(named, lineOf(named, roll, new Set(sayable.filter(() => roll(3) === 0))));
    const { argv } = shellWords(before?.line ?? '');
    // Of openstack's words some need what ours do not.
    if (before === undefined || before.missing.length > 0 || argv.includes('')) continue;
    seen += 1;
    const read = await readOpenstack(argv).catch((error: unknown) => error);
    if (read instanceof Error) {
      if (!UNDECIDED.some((one) => before.line.includes(one))) wrong.push(`${name}: ${before.line}: ${read.message}`);
      continue;
    }
    const { program, verb, argv: ours } = read as Read;
    const other = `${program} ${verb}`;
    if (other !== name) {
      if (order.includes(named.applet) && instead[name] !== other) wrong.push(`${name}: ${before.line} is ${other}`);
      continue;
    }
    const after = await said(named, ours.slice(verb.split(' ').length));
    if (!isDeepStrictEqual([after?.options, after?.args], [before.options, before.args])) {
      wrong.push(`${name}: ${before.line} is ${ours.join(' ')}`);
    }
  }
  return { wrong, seen };
}

describe('the words of openstack, read back', () => {
  for (const applet of new Set(commands.map((one) => one.applet))) {
    it(`are the same command of ${applet}, with the same options`, async () => {
      // A quarter of them, unless all cases are wanted.
      const here = commands.filter((one) => one.applet === applet).filter((_, at) => deep || at % 4 === 0);
      const all = await Promise.all(here.map(readBack));
      assert.deepEqual(
        all.flatMap(({ wrong }) => wrong[0] ?? []),
        [],
      );
      assert.ok(all.filter(({ seen }) => seen > 0).length >= all.length * 0.95);
    });
  }
});

describe('a line in the words of openstack', () => {
  const same: readonly (readonly [string, string])[] = [
    ['server list --all-projects --limit 2', 'nova list --all-tenants --limit 2'],
    ['server list --all-projects --long --limit 2', 'list --all-tenants --limit 2 -C Image,Flavor,Host'],
    ['server show devstack -f json', 'show devstack -f json'],
    ['-f json server show devstack', 'show devstack -f json'],
    ['server list --name web -c ID -c Status', 'nova list --name web -c ID -c Status'],
    ['openstack server show devstack', 'show devstack'],
    ['server stop --all-projects devstack --dry-run', 'stop --all-tenants devstack --dry-run'],
    ['volume list --all-projects', 'cinder list --all-tenants'],
    ['volume show --debug-not', 'volume show --debug-not'],
    ['network list', 'neutron net-list'],
    ['image list --public', 'glance image-list --visibility public'],
    ['user list', 'user-list'],
    ['catalog list', 'keystone catalog'],
    ['limits show --absolute', 'limits'],
    ['usage show --project admin', 'usage --tenant admin'],
    ['console log show devstack --lines 2', 'console-log devstack --length 2'],
    ['server add floating ip devstack 1.2.3.4 --dry', 'server add floating ip devstack 1.2.3.4 --dry'],
  ];
  for (const [line, ours] of same) {
    it(line, async () => {
      const [one, other] = [await stackline(line), await stackline(ours)];
      assert.deepEqual([one.stdout, one.code], [other.stdout, other.code]);
      if (line !== ours) assert.equal(one.code, 0, one.stderr);
    });
  }

  const wrong: readonly (readonly [string, string])[] = [
    [
      'server list --bogus',
      "There is no equivalent of --bogus of 'openstack server list'.\nSee 'stackline help nova list'.\n",
    ],
    [
      'availability zone list',
      "'openstack availability zone list' is only understood with --compute, or --volume, or --network.\n" +
        "See 'stackline help nova availability-zone-list', 'stackline help cinder availability-zone-list', " +
        "'stackline help neutron availability-zone-list'.\n",
    ],
    [
      'network qos rule list p',
      "'openstack network qos rule list' is several commands here: neutron qos-bandwidth-limit-rule-list, " +
        'neutron qos-dscp-marking-rule-list, neutron qos-minimum-bandwidth-rule-list.\n',
    ],
    ['server show', "'openstack server show' is only understood with <server>.\nSee 'stackline help nova show'.\n"],
    ['server show a b', "'openstack server show' takes no 'b'.\nSee 'stackline help nova show'.\n"],
  ];
  for (const [line, sentence] of wrong) {
    it(`${line}: what is wrong is said, with the code of a wrong usage`, async () => {
      assert.deepEqual(await stackline(line), { stdout: '', stderr: sentence, code: 2, requests: [] });
    });
  }

  it('has the help of what it is, and says what that is', async () => {
    const first =
      "openstack's 'server list' is 'nova list' here: it takes openstack's options, and prints what nova list prints.\n\n";
    for (const line of ['help server list', 'server list --help']) {
      const { stdout, code } = await stackline(line);
      assert.ok(stdout.startsWith(first) && stdout.includes('\nusage: stackline nova list'), stdout.slice(0, 200));
      assert.equal(code, 0);
    }
  });

  it('stands in the help of openstack, with what is meant by it', async () => {
    const { stdout, code } = await stackline('help openstack');
    assert.match(stdout, /^ +server list +nova list$/m);
    assert.match(stdout, /^ +catalog list +keystone catalog$/m);
    assert.equal(code, 0);
  });

  it('is read where we are called openstack, too, and another word is not', async () => {
    const { stdout } = await stackline('server list --all-projects -f csv', { program: 'openstack' });
    assert.equal(stdout, (await stackline('list --all-tenants -f csv', { program: 'nova' })).stdout);
    assert.equal((await stackline('list', { program: 'openstack' })).code, 2);
    assert.equal((await stackline('server list', { program: 'nova' })).code, 2);
  });
});
