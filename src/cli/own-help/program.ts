import { applets } from '../applets.js';
import { fold, hanging, type Rows, section } from './layout.js';

/** The first screen: what is asked for most, by what one wants to do. The words are command lines that there are. */
const GROUPS: Readonly<Record<string, Rows>> = {
  Look: [
    ['list', 'Servers; --all-tenants: those of every project, --status ERROR: the broken ones.'],
    ['show <server>', 'One server, all of it.'],
    ['console-log <server>', 'What a server printed while it started.'],
    ['instance-action-list <server>', 'What was done to a server, when and by whom.'],
    ['flavor-list, image-list', 'Sizes of servers, and what they start from.'],
    ['hypervisor-list', 'Where servers run; hypervisor-show tells how full a host is.'],
    ['services', 'What of nova, cinder and neutron is up.'],
    ['usage-list', 'What each project has used.'],
  ],
  Change: [
    ['boot <name>', 'A new server: --image, --flavor.'],
    ['start, stop, reboot <server>', 'The power of servers.'],
    ['resize, migrate, live-migration', 'Another size, or another host.'],
    ['delete <server>', 'Away with servers.'],
  ],
  Account: [
    ['whoami', 'Who you are to the cloud, and for how long.'],
    ['projects', 'The projects that you can work in.'],
    ['openrc', 'An openrc.sh for your project.'],
    ['logout', 'Forget and revoke the kept tokens.'],
  ],
  Clouds: [
    ['clouds', 'The clouds of clouds.yaml; --os-cloud <name> works in one.'],
    ['use <name>', 'Work in one of them from now on.'],
    ['config', 'The settings of a login, and where each came from.'],
    ['catalog', 'Where the services are.'],
    ['doctor', 'Why a login does not work, step by step.'],
  ],
};

const EXAMPLES: Rows = [
  ['list --all-tenants --status ERROR', 'broken servers of every project'],
  ['show devstack -f json', 'one server, for a program to read'],
  ['--sandbox list', 'on the embedded cloud, no login'],
];

const PROGRAM: Rows = [
  ['demo', 'A walk through a cloud, on the embedded one.'],
  ['links install <dir>', 'Lets nova, keystone and so on call us.'],
  ['api <method> <service> <path>', 'Any request to a service.'],
  ['explain <thing.field>', 'What a field means: explain server.status.'],
  ['completion <shell>', 'Tab completes: source <(stackline completion bash).'],
  ['help [<command>]', 'This screen, or all about a command, a client or a subject.'],
];

/** The most lines of the screen, at any width from 80 on. */
export const MOST_LINES = 60;

/** The rows of the screen by their titles. */
export const screenRows = (): Readonly<Record<string, Rows>> => ({ ...GROUPS, 'This program': PROGRAM });

/** All command lines that the screen names, without our own name, for whoever checks that they are there. */
export const named = (): readonly string[] => [...Object.values(GROUPS), PROGRAM].flat().map(([line]) => line);
/** The command lines of its examples, without the program's name. */
export const examples = (): readonly string[] => EXAMPLES.map(([line]) => line);

/** What `stackline help` says. */
export function programScreen(program: string, summary: string, width: number): string {
  const parts = Object.entries(screenRows());
  const column = Math.max(...parts.flatMap(([, rows]) => rows.map(([name]) => name.length))) + 4;
  const lines = EXAMPLES.map(([line, meaning]): [string, string] => [`${program} ${line}`, meaning]);
  return [
    ...fold(summary, width),
    '',
    `usage: ${program} [options] <command> ...`,
    ...section('Examples', lines, width, Math.max(...lines.map(([line]) => line.length)) + 4),
    ...parts.flatMap(([title, rows]) => section(title, rows, width, column)),
    '',
    ...hanging('Clients  ', `${Object.keys(applets).join(', ')}: as ${program} nova list.`, width),
    ...fold(
      `${program} help nova: all commands of a client. ${program} help options: what all commands take. ` +
        `${program} help topics: logins, formats, cron.`,
      width,
    ),
    '',
  ].join('\n');
}
