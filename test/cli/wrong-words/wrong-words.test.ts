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

  it('is told with the command that is meant, in one line, by the words that admins type', async () => {
    const typed: Readonly<Record<string, string>> = {
      'vm list': 'list',
      'vm ls': 'list',
      instances: 'list',
      'instance list': 'list',
      ls: 'list',
      'ls -l': 'list',
      ps: 'list',
      ll: 'list',
      servers: 'list',
      server: 'list',
      'sever list': 'list',
      'get servers': 'list',
      'get vm web01': 'show',
      'describe vm web01': 'show',
      'info web01': 'show',
      'status web01': 'show',
      'poweroff web01': 'stop',
      'shutdown web01': 'stop',
      'halt web01': 'stop',
      'stpo web01': 'stop',
      'restart web01': 'reboot',
      'rm web01': 'delete',
      'kill web01': 'delete',
      'terminate web01': 'delete',
      'delet web01': 'delete',
      'create web01': 'boot',
      'launch web01': 'boot',
      'run web01': 'boot',
      'logs web01': 'console-log',
      'console web01': 'get-vnc-console',
      'shell web01': 'ssh',
      'history web01': 'instance-action-list',
      'action list web01': 'instance-action-list',
      'live migrate web01': 'live-migration',
      'edit web01': 'update',
      'mount web01': 'volume-attach',
      'umount web01': 'volume-detach',
      'metadata web01': 'meta',
      tags: 'server-tag-list',
      'tenant list': 'keystone tenant-list',
      'user ls': 'keystone user-list',
      users: 'keystone user-list',
      'volume ls': 'cinder list',
      volumes: 'cinder list',
      'disk list': 'cinder list',
      snapshots: 'cinder snapshot-list',
      backups: 'cinder backup-list',
      'image ls': 'glance image-list',
      images: 'glance image-list',
      flavors: 'flavor-list',
      sizes: 'flavor-list',
      keys: 'keypair-list',
      networks: 'neutron net-list',
      'port-list': 'neutron port-list',
      'subnet-list': 'neutron subnet-list',
      routers: 'neutron router-list',
      ips: 'neutron floatingip-list',
      secgroups: 'neutron security-group-list',
      agents: 'neutron agent-list',
      hosts: 'hypervisor-list',
      top: 'hypervisor-stats',
      zones: 'availability-zone-list',
      aggregates: 'aggregate-list',
      quotas: 'quota-show',
      buckets: 'swift list',
      login: 'whoami',
      who: 'whoami',
      'cinder volumes': 'cinder list',
      'glance list': 'glance image-list',
      'neutron list': 'neutron net-list',
      'keystone users': 'keystone user-list',
      'hyperv list': 'hyperv vm list',
      'help servers': 'help list',
      'help lsit': 'help list',
    };
    for (const [line, meant] of Object.entries(typed)) {
      const { stderr, code, requests } = await stackline(line);
      assert.match(stderr, /^stackline[^:\n]*: '[^\n']+' is no command\. [^\n]+\n$/, line);
      assert.ok(stderr.endsWith(`Did you mean 'stackline ${meant}'?\n`), `${line}: ${stderr}`);
      assert.deepEqual([code, requests], [2, []], line);
    }
  });

  it('is taken for no other thing, where nobody knows the thing', async () => {
    for (const line of ['stack list', 'stack-list', 'cluster list', 'heat stack-list', 'zzzz'])
      assert.match(
        (await stackline(line)).stderr,
        /^stackline: '[\w-]+' is no command\. See 'stackline help'\.\n$/,
        line,
      );
  });

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

  it('is told in one line with what is meant, before and behind the command', async () => {
    const typed: Readonly<Record<string, string>> = {
      'list -A': "stackline list: '-A' is no option. Did you mean '--all-tenants'?",
      'list --json': "stackline list: '--json' is no option. Did you mean '-f json'?",
      'show web01 --yaml': "stackline show: '--yaml' is no option. Did you mean '-f yaml'?",
      'list -o json': "stackline: -o names a file, which would be ./json. Did you mean '-f json'?",
      'list --output yaml': "stackline: -o names a file, which would be ./yaml. Did you mean '-f yaml'?",
      'list -o wide': "stackline: -o names a file, which would be ./wide. Did you mean '--wide'?",
      'list --filter status=ERROR': "stackline list: '--filter' is no option. Did you mean '--where'?",
      'list --project adam': "stackline list: '--project' is no option. Did you mean '--tenant'?",
      'list -n 5': "stackline list: '-n' is no option. Did you mean '--limit'?",
      '--cloud foo list': "stackline: '--cloud' is no option. Did you mean '--os-cloud'?",
      '--quiet --cloud foo list': "stackline: '--cloud' is no option. Did you mean '--os-cloud'?",
      'list servers': "stackline list: too many words: 'servers'. Did you mean 'stackline list'?",
      'list volumes': "stackline list: too many words: 'volumes'. Did you mean 'stackline cinder list'?",
      'list list': "stackline list: too many words: 'list'. See 'stackline help list'.",
    };
    for (const [line, said] of Object.entries(typed)) {
      const { stderr, code, requests } = await stackline(line);
      assert.deepEqual([stderr, code, requests], [`${said}\n`, 2, []], line);
    }
    const nothing = await stackline('--os-cloud');
    assert.match(nothing.stderr, /\nTry 'stackline help' for more information\.\n$/);
  });

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
