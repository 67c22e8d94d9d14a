/** The examples of help, as they come out on the embedded cloud. */
import { applets, commandsOf, loadApplet, loadCommand, ownApplet } from '../../src/cli/applets.js';
import { examplesOf } from '../../src/cli/own-help/examples.js';
import { examplesIn } from '../../src/cli/own-help/index.js';
import type { Command } from '../../src/command/command.js';
import { entriesOf } from '../../src/command/manifest.js';
import { guideWorld } from '../../src/sandbox/seed.js';
import type { World } from '../../src/sandbox/world.js';
import { shellWords } from './shell.js';
import { type Screen, type Setting, stackline } from './stackline.js';

export interface Shown {
  readonly client: string;
  readonly name: string;
  readonly summary: string;
  readonly hidden: boolean;
  /** The words before its name. */
  readonly before: readonly string[];
  readonly command: Command;
  /** Two command lines, from the command's name on. */
  readonly examples: readonly string[];
}

/** Each command of each client and of our own. */
export async function everyCommand(): Promise<readonly Shown[]> {
  const all: Shown[] = [];
  for (const client of [...new Set(Object.keys(applets).map(commandsOf)), ownApplet]) {
    const { commands, client: classic } = await loadApplet(client);
    const [own, before] = [await examplesIn(client), client === ownApplet ? [] : [client]];
    for (const { name, summary, hidden } of entriesOf(commands)) {
      const command = await loadCommand(client, name);
      const examples = examplesOf(own, name, command, classic.globals?.curl !== null);
      all.push({ client, name, summary, hidden, before, command, examples });
    }
  }
  return all;
}

/** Does it work on the machine itself? Those are tried with the built program (test/program/examples.test.ts). */
export const onTheMachine = ({ client, name }: Shown): boolean =>
  /^(stackline (links|sandbox|demo)\b|glance image-download$|swift download$|nova ssh$)/.test(`${client} ${name}`);

const M1_HUGE = 'nova flavor-create m1.huge auto 65536 80 16 --is-public false';
const ADDRESSES = 'nova floating-ip-bulk-create 192.0.2.0/29';
const [monitor, group] = ['487be216-e5d8-4373-9427-ab6fac6da321', '1c7d8c5e-6f0a-4e0e-9d7b-2f6f3a1b9c40'];

/** What has to be there before a command has something to do: what undoes something comes after what it undoes. */
const FIRST: Readonly<Record<string, readonly string[]>> = {
  'nova aggregate-delete': ['nova aggregate-create rack1'],
  'nova coverage-stop': ['nova coverage-start'],
  'nova dns-delete': ['nova dns-create 10.1.0.5 devstack cloud.example.com'],
  'nova dns-list': ['nova dns-create 10.1.0.5 devstack cloud.example.com'],
  'nova fixed-ip-unreserve': ['nova fixed-ip-reserve 10.1.1.4'],
  'nova-manage fixed unreserve': ['nova fixed-ip-reserve 10.1.1.4'],
  'nova flavor-access-add': [M1_HUGE],
  'nova flavor-access-list': [M1_HUGE, 'nova flavor-access-add m1.huge adam'],
  'nova flavor-access-remove': [M1_HUGE, 'nova flavor-access-add m1.huge adam'],
  'nova floating-ip-bulk-delete': [ADDRESSES],
  'nova-manage floating delete': [ADDRESSES],
  'nova floating-ip-create': [ADDRESSES],
  'nova floating-ip-list': [ADDRESSES, 'nova floating-ip-create'],
  'nova floating-ip-delete': [ADDRESSES, 'nova floating-ip-create'],
  'nova floating-ip-associate': [ADDRESSES, 'nova floating-ip-create'],
  'nova floating-ip-disassociate': [
    ...[ADDRESSES, 'nova floating-ip-create'],
    'nova floating-ip-associate monitor 192.0.2.1',
  ],
  'nova resize-confirm': ['nova resize monitor m1.large'],
  'nova resize-revert': ['nova resize monitor m1.large'],
  'nova resume': ['nova suspend monitor'],
  'nova secgroup-delete-default-rule': ['nova secgroup-add-default-rule tcp 22 22 10.0.0.0/8'],
  'nova secgroup-delete-rule': ['nova secgroup-add-rule default tcp 443 443 10.0.0.0/8'],
  'nova secgroup-delete-group-rule': ['nova secgroup-add-group-rule nagios default tcp 22 22'],
  'nova server-tag-delete': ['nova server-tag-add monitor web'],
  'nova shelve-offload': ['nova shelve monitor'],
  'nova unshelve': ['nova shelve monitor'],
  'nova unpause': ['nova pause monitor'],
  'nova unrescue': ['nova rescue monitor'],
  'nova-manage flavor unset_key': ['nova-manage flavor set_key --name m1.small --key hw:cpu_policy --value dedicated'],
};

const moving = (world: World): void => {
  const nodes = { source_node: 'c02.example.com', dest_node: 'c03.example.com' };
  const hosts = { source_compute: 'c02.example.com', dest_compute: 'c03.example.com', dest_host: '10.0.8.3' };
  const bytes = ['total', 'processed', 'remaining'].flatMap((part) => [
    [`memory_${part}_bytes`, 123456],
    [`disk_${part}_bytes`, 234567],
  ]);
  const times = { created_at: '2013-02-25T19:30:00.000000', updated_at: '2013-02-25T19:32:00.000000' };
  const who = { uuid: '5b8c1f0e-3f4d-4d57-9a11-3f1f0a2b7c61', user_id: 'u', project_id: 'p' };
  const own = { ...nodes, ...hosts, ...Object.fromEntries(bytes), ...times, ...who, status: 'running' };
  world.serverMigrations = [{ id: 1, server_uuid: monitor, ...own }];
};

const grouped = (world: World): void => {
  const [tenantId = '', userId = ''] = [world.tenants.find(({ name }) => name === 'admin')?.id, world.users[0]?.id];
  world.serverGroups.push({ id: group, name: 'db', policy: 'affinity', rules: {}, members: [], tenantId, userId });
};

const onlyOwn = (world: World): void => {
  world.securityGroups = world.securityGroups.filter(({ name }) => name !== 'default');
};

/** How the cloud has to be, where no command makes it so. */
const WORLDS: Readonly<Record<string, (world: World) => void>> = {
  'nova evacuate': ({ computeServices }) => {
    for (const service of computeServices) if (service.host === 'c01.example.com') service.up = false;
  },
  'nova live-migration-abort': moving,
  'nova live-migration-force-complete': moving,
  'nova server-migration-list': moving,
  'nova server-migration-show': moving,
  'nova restore': ({ servers }) => {
    const server = servers.find(({ id }) => id === monitor);
    if (server !== undefined) Object.assign(server, { vmState: 'soft-delete' });
  },
  'nova server-group-delete': grouped,
  'nova server-group-get': grouped,
  'nova server-group-list': grouped,
  // Nova's own networks have a group for each project that stays.
  'nova scrub': onlyOwn,
  'nova-manage project scrub': onlyOwn,
  'nova service-delete': ({ servers }) => {
    for (const server of servers) if (server.host === 'c01.example.com') server.host = 'c03.example.com';
  },
  'nova volume-type-delete': ({ volumes }) => void volumes.splice(0),
};

const clouds = 'clouds:\n  prod:\n    auth: {auth_url: "http://cloud.example.com:5000/v3"}\n';
const hosts = { HYPERV_USERNAME: 'administrator', HYPERV_PASSWORD: 'hyperv-password' };

/** Files that are there, and a person who knows a password. */
const person = () => ({
  env: { ...hosts, HOME: '/home/somebody' },
  tty: true,
  askPassword: async (question: string) => (/current/i.test(question) ? 'admin-password' : 's3cret'),
  files: new Map([['/etc/openstack/clouds.yaml', clouds]]),
  kept: {},
});

/** How an example is run. */
interface Manner {
  /** On the classic cloud only where the one with microversions has not what the command is about. */
  readonly newestFirst?: boolean;
  /** What is said after the words of a command that changes something; `--yes` if left out. */
  readonly words?: readonly string[];
  /** What else is so, on the cloud of the run. */
  readonly setting?: (world: World) => Setting;
}

/**
 * Runs a command line on a cloud of its own; on one with microversions, or on Identity v3, where the classic one has not
 * what the command is about. Questions are answered with yes.
 */
export async function runExample(
  { client, name, before, command }: Shown,
  example: string,
  { newestFirst = false, words = ['--yes'], setting: more = () => ({}) }: Manner = {},
): Promise<Screen> {
  const isAsked = command.change !== undefined && !/ --(curl|dry-run)\b/.test(example);
  const sandbox = client === 'hyperv' ? ['--sandbox'] : [];
  const argv = [...sandbox, ...before, ...shellWords(`stackline ${example}`).argv, ...(isAsked ? words : [])];
  let last: Screen | undefined;
  const clouds = [['v2'], ['v2.1'], ['v2.1', 'v3']] as const;
  for (const [compute, identity] of newestFirst ? [clouds[1], clouds[0]] : clouds) {
    const world = guideWorld(compute);
    WORLDS[`${client} ${name}`]?.(world);
    const all = person();
    const setting = {
      ...all,
      sim: { world },
      env: { ...all.env, ...(identity && { OS_AUTH_URL: `http://cloud.example.com:5000/${identity}` }) },
    };
    for (const line of FIRST[`${client} ${name}`] ?? []) await stackline(line, { sim: { world } });
    last = await stackline(argv, { ...setting, ...more(world) });
    if (last.code === 0) return last;
  }
  return last as Screen;
}
