import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applets, loadApplet } from '../../src/cli/applets.js';
import { missingCommands } from '../../src/cli/missing-command.js';
import { namesOf } from '../../src/command/manifest.js';
import { type Setting, stackline } from '../support/stackline.js';

/* Commands that we do not have: the next program of the name by which we were called runs, or it is said what they are. */

/** Runs a line where there is another program of that name, and tells with which words that was run. */
async function run(program: string, line: string, setting: Setting = {}) {
  const runs: (readonly string[])[] = [];
  const next = { file: `/usr/bin/${program}`, run: async (words: readonly string[]) => runs.push(words) + 41 };
  const screen = await stackline(line, { program, nextProgram: async () => next, ...setting });
  return { ...screen, runs };
}

describe('a command that we do not have, called by the name of a classic program', () => {
  it('is run by the next program of that name, with the same words and its exit code', async () => {
    for (const [program, line] of [
      ['glance', '--os-image-api-version 2 image-create --name x --file y'],
      ['glance', '--os-image-api-version 1 image-update x'],
      ['cinder', 'create 1'],
      ['neutron', 'net-create n'],
      ['quantum', 'net-create n'],
      ['swift', 'upload c f'],
      ['nova', 'an-extension-of-nova -x'],
      ['keystone', 'an-extension --foo'],
      ['glance-manage', 'db purge'],
      ['nova-manage', 'db sync'],
      ['glance', 'image-create --help'],
      ['nova', 'an-extension --help'],
      ['cinder', 'an-extension -h x'],
      ['glance', 'help image-create'],
      ['nova', 'help an-extension'],
      ['openstack', 'stack list --long'],
      ['openstack', 'server list --an-option-of-openstack'],
      ['openstack', 'network qos rule list p'],
      ['openstack', 'help stack list'],
    ] as const) {
      const { runs, code, stdout, stderr, requests } = await run(program, line);
      assert.deepEqual(runs, [line.split(' ')], `${program} ${line}`);
      assert.deepEqual([code, stdout, stderr, requests], [42, '', '', []], `${program} ${line}`);
    }
  });

  it('is run for a script that calls us by our own name, where we have handed it the line ourselves', async () => {
    const asked: string[] = [];
    const nextProgram = async (name: string) => {
      asked.push(name);
      return name === 'nova' ? undefined : { file: `/usr/bin/${name}`, run: async () => 41 };
    };
    for (const [line, code] of [
      ['glance image-create --name x', 41],
      ['cinder an-extension x', 41],
      ['nova an-extension x', 2],
      ['an-extension x', 2],
      ['--debug glance image-create', 2],
    ] as const)
      assert.equal((await stackline(line, { nextProgram, env: { STACKLINE_HANDED_OVER: '/bin/x' } })).code, code, line);
    assert.deepEqual(asked, ['glance', 'cinder', 'nova']);
  });

  it('is asked for help on only where there is another program: else it is our own', async () => {
    const { code, stdout } = await stackline('an-extension --help', { program: 'nova' });
    assert.equal(code, 0);
    assert.match(stdout, /^usage: nova /);
  });

  it('says with -v which program runs', async () => {
    const { stderr } = await run('glance', '-v image-create');
    assert.equal(stderr, "stackline has no 'glance image-create': /usr/bin/glance runs\n");
  });

  it('is not handed over where STACKLINE_HANDOVER or the setting says off, nor under our own name', async () => {
    const sentence = "image-create: stackline does not have it yet; in openstack it is 'openstack image create'.\n";
    for (const setting of [
      { env: { STACKLINE_HANDOVER: 'off' } },
      { env: { STACKLINE_HANDOVER: '0' } },
      { config: '{ "handover": "off" }' },
    ]) {
      const { runs, code, stderr } = await run('glance', 'image-create', setting);
      assert.deepEqual([runs, code, stderr], [[], 2, sentence]);
    }
    const both = await run('glance', 'image-create', {
      env: { STACKLINE_HANDOVER: 'on' },
      config: '{ "handover": "off" }',
    });
    assert.equal(both.runs.length, 1);
    const own = await stackline('glance image-create');
    assert.deepEqual([own.code, own.stderr], [2, sentence]);
  });

  it('is told what it is in openstack where there is no other program', async () => {
    const rows = [
      ['glance', 'image-upload x', 'image-upload: stackline does not have it yet.\n'],
      [
        'cinder',
        'extend v 2',
        "extend: stackline does not have it yet; in openstack it is 'openstack volume set --size'.\n",
      ],
      [
        'neutron',
        'net-create',
        "net-create: stackline does not have it yet; in openstack it is 'openstack network create'.\n",
      ],
      ['swift', 'upload c', "upload: stackline does not have it yet; in openstack it is 'openstack object create'.\n"],
    ] as const;
    for (const [program, line, sentence] of rows) {
      for (const words of [line, `help ${line.split(' ')[0]}`, `${line} --help`]) {
        const { code, stdout, stderr } = await stackline(words, { program });
        if (program === 'swift' && words.endsWith('--help')) continue;
        assert.deepEqual([code, stdout], [2, ''], `${program} ${words}`);
        assert.equal(stderr.replace(/^ERROR: /, ''), sentence);
      }
    }
  });

  it('leaves what we have to us, and what is wrong about it', async () => {
    for (const [program, line] of [
      ['nova', 'list --no-such-option'],
      ['nova', '--version'],
      ['nova', ''],
      ['glance', 'help'],
      ['glance', 'image-show'],
      ['nova', 'show nosuch'],
    ] as const) {
      assert.deepEqual((await run(program, line)).runs, [], `${program} ${line}`);
    }
  });

  it('says why the other program cannot be asked for', async () => {
    const { code, stderr } = await run('glance', 'image-create', { config: 'no json' });
    assert.equal(code, 1);
    assert.match(stderr, /config\.json/);
  });
});

describe('the commands that a classic program has and we do not', () => {
  for (const name of Object.keys(applets)) {
    it(`${name}: none of them is there, and each is named once`, async () => {
      const { client, commands } = await loadApplet(name);
      const text = (await client.missing?.())?.default ?? '';
      const lines = text.split('\n').filter((line) => line !== '');
      const missing = await missingCommands(client);
      assert.equal(missing.size, lines.length);
      assert.deepEqual(
        namesOf(commands).filter((verb) => missing.has(verb)),
        [],
      );
      for (const line of lines) assert.match(line, /^[a-z][a-z0-9-]*:( [a-z0-9-]+)*$/);
    });
  }
});

describe('the version of a classic client', () => {
  for (const [program, version] of [
    ['nova', '18.1.0'],
    ['keystone', '2.3.2'],
    ['cinder', '9.1.0'],
    ['glance', '4.1.0'],
    ['neutron', '8.1.0'],
    ['quantum', '2.2.1'],
    ['swift', 'python-swiftclient 4.1.0'],
    ['nova-manage', '2013.1'],
  ] as const) {
    it(`${program} --version prints that whose bytes are printed`, async () => {
      assert.deepEqual(await stackline('--version', { program }), {
        stdout: `${version}\n`,
        stderr: '',
        code: 0,
        requests: [],
      });
      assert.equal((await stackline(`${program} --version`)).stdout, `${version}\n`);
    });
  }
});
