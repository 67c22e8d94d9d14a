import type { Applet } from '../command/applet.js';
import type { Command } from '../command/command.js';

type Load = () => Promise<{ readonly default: Applet }>;

/** The programs that we can be, by the name of the link that calls us or by the first word after our own name. */
export const applets: Readonly<Record<string, Load>> = {
  nova: () => import('../commands/nova/index.js'),
  keystone: () => import('../commands/keystone/index.js'),
  cinder: () => import('../commands/cinder/index.js'),
  glance: () => import('../commands/glance/index.js'),
  neutron: () => import('../commands/neutron/index.js'),
  quantum: async () => ({ default: (await import('../commands/neutron/index.js')).quantum }),
  'nova-manage': () => import('../commands/nova-manage/index.js'),
  'cinder-manage': () => import('../commands/cinder-manage/index.js'),
  'glance-manage': () => import('../commands/glance-manage/index.js'),
  'keystone-manage': () => import('../commands/keystone-manage/index.js'),
  swift: () => import('../commands/swift/index.js'),
  hyperv: () => import('../commands/hyperv/index.js'),
};

/** Programs that stand in another one's place where it is asked for an older version of its API (`Applet.versions`). */
export const olderApplets: Readonly<Record<string, Load>> = {
  'glance-v1': () => import('../commands/glance-v1/index.js'),
};

/** The program whose commands are other programs' commands in other words (`openstack/read.ts`). */
export const translator = 'openstack';

const translators: Readonly<Record<string, Load>> = {
  [translator]: () => import('../commands/openstack/index.js'),
};

const sameCommands: Readonly<Record<string, string>> = { quantum: 'neutron' };

/** Whose commands a program has: its own, or those of another one. */
export const commandsOf = (applet: string): string => sameCommands[applet] ?? applet;

/** Our own commands, which stand beside the applets: `stackline demo`. */
export const ownApplet = 'stackline';

const programs: Readonly<Record<string, Load>> = {
  ...applets,
  ...olderApplets,
  ...translators,
  [ownApplet]: () => import('../commands/stackline/index.js'),
};

/** Names come from the command line, so what every object inherits must not count. */
export const isApplet = (name: string): boolean => Object.hasOwn(applets, name) || isTranslator(name);

/** Is it a program whose commands are others' in other words? */
export const isTranslator = (name: string): boolean => Object.hasOwn(translators, name);

/** An applet, or our own program. */
export const isProgram = (name: string): boolean => Object.hasOwn(programs, name);

/** What a verb means when no applet is named. */
export const defaultApplet = 'nova';

/** Verbs that mean another applet than the default one when they are typed flat, as in `stackline service-list`. */
export const flat: Readonly<Record<string, string>> = {
  discover: 'keystone',
  'ec2-credentials-get': 'keystone',
  'ec2-credentials-list': 'keystone',
  'endpoint-get': 'keystone',
  'endpoint-list': 'keystone',
  'role-get': 'keystone',
  'role-list': 'keystone',
  'service-get': 'keystone',
  'service-list': 'keystone',
  'tenant-get': 'keystone',
  'tenant-list': 'keystone',
  'token-get': 'keystone',
  'user-get': 'keystone',
  'user-list': 'keystone',
  'user-role-add': 'keystone',
  'user-role-list': 'keystone',
};

/** A program by its name, ours included, with its manifest and none of its commands. @throws Error for another name */
export async function loadApplet(name: string): Promise<Applet> {
  const load = programs[name];
  if (load === undefined) throw new Error(`no applet is called ${name}`);
  return (await load()).default;
}

declare const STACKLINE_COMMANDS: string | undefined;

/**
 * The files of the commands, seen from this one; the build puts them elsewhere and says so. An `import()` of each would
 * be a function for each: a path costs the same with a thousand commands as with one.
 */
const files = typeof STACKLINE_COMMANDS === 'string' ? STACKLINE_COMMANDS : '../commands/*.js';

/** @param name as a manifest has it */
export async function loadCommand(applet: string, name: string): Promise<Command> {
  const path = files.replace('*', `${commandsOf(applet)}/${name.replaceAll(' ', '-')}`);
  const { default: command } = (await import(path)) as { readonly default: Command };
  return command;
}
