/** The table of what is compared with which client on which cloud, made of the cases themselves, which need no cloud for it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Applet } from '../../src/command/applet.js';
import { entriesOf } from '../../src/command/manifest.js';
import cinder from '../../src/commands/cinder/index.js';
import cinderManage from '../../src/commands/cinder-manage/index.js';
import glance from '../../src/commands/glance/index.js';
import glanceV1 from '../../src/commands/glance-v1/index.js';
import keystone from '../../src/commands/keystone/index.js';
import neutron, { quantum } from '../../src/commands/neutron/index.js';
import nova from '../../src/commands/nova/index.js';
import novaManage from '../../src/commands/nova-manage/index.js';
import swift from '../../src/commands/swift/index.js';
import type { Listed } from './listing.js';
import { words } from './processes.js';
import { limits, uncompared } from './uncompared.js';

const tests = fileURLToPath(new URL('..', import.meta.url));

/** What quantumclient 2.2 had to look at; quantum has neutron's commands, of which the others came later. */
const quantumVerbs: readonly string[] = (
  'agent-list agent-show dhcp-agent-list-hosting-net ext-list ext-show floatingip-list floatingip-show ' +
  'l3-agent-list-hosting-router lb-healthmonitor-list lb-healthmonitor-show lb-member-list lb-member-show lb-pool-list ' +
  'lb-pool-show lb-pool-stats lb-vip-list lb-vip-show net-external-list net-gateway-list net-gateway-show net-list ' +
  'net-list-on-dhcp-agent net-show port-list port-show queue-list queue-show quota-list quota-show router-list ' +
  'router-list-on-l3-agent router-port-list router-show security-group-list security-group-rule-list ' +
  'security-group-rule-show security-group-show subnet-list subnet-show'
).split(' ');

/** The lines of a manifest that are of these commands. */
function linesOf(manifest: string, names: readonly string[]): string {
  return manifest
    .split('\n')
    .filter((line) => names.includes(/^[\w-]+/.exec(line)?.[0] ?? ''))
    .join('\n');
}

export const applets: Readonly<Record<string, Applet>> = {
  nova,
  keystone,
  'nova-manage': novaManage,
  'cinder-manage': cinderManage,
  cinder,
  neutron,
  quantum: { ...quantum, commands: linesOf(quantum.commands, quantumVerbs) },
  swift,
  glance,
  'glance-v1': glanceV1,
};

/** A verb's name, or another name of it. */
export interface Verb {
  readonly name: string;
  readonly aliasOf?: string;
}

/** All names that an applet's commands have, in the order of the alphabet. */
export function verbs(applet: Pick<Applet, 'commands'>): Verb[] {
  const all = entriesOf(applet.commands).flatMap(({ name, aliases }): Verb[] => [
    { name },
    ...aliases.map((alias) => ({ name: alias, aliasOf: name })),
  ]);
  return all.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every case of the clouds' and the peers' test files, by a process that loads them and runs none. */
export function listCases(): Listed[] {
  const files = ['cloud', 'peers'].flatMap((directory) =>
    readdirSync(join(tests, directory))
      .filter((file) => file.endsWith('.test.ts'))
      .sort()
      .map((file) => `${directory}/${file}`),
  );
  const comparing = files.filter((file) =>
    /^(sideBySide|eachOnItsOwn)\(/m.test(readFileSync(join(tests, file), 'utf8')),
  );
  const imports = comparing
    .map((file) => `await import('${import.meta.resolve(`../${file.replace(/\.ts$/, '.js')}`)}');`)
    .join('\n');
  const directory = mkdtempSync(join(tmpdir(), 'stackline-cases-'));
  try {
    const to = join(directory, 'cases');
    const argv = ['--input-type=module', '-e', imports];
    const env = { ...process.env, CASES_TO: to, NODE_TEST_CONTEXT: undefined };
    const { status, stderr } = spawnSync(process.execPath, argv, { cwd: join(tests, '..'), env, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    const lines = readFileSync(to, 'utf8').trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line) as Listed);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const namesOfApplets = new Map(
  Object.entries(applets).map(([applet, value]) => [applet, new Set(verbs(value).map(({ name }) => name))]),
);

/** Which verb a case is about; undefined where it is about none, such as a word that is no verb. */
export function verbOf(one: Listed): string | undefined {
  const names = namesOfApplets.get(one.applet) ?? new Set();
  const typed = words(one.run);
  const at = typed.findIndex((word, index) => names.has(word) || names.has(`${word} ${typed[index + 1]}`));
  if (at < 0) return undefined;
  const two = `${typed[at]} ${typed[at + 1]}`;
  return names.has(two) ? two : typed[at];
}

function grouped<T>(all: readonly T[], key: (one: T) => string | undefined): Map<string | undefined, T[]> {
  const groups = new Map<string | undefined, T[]>();
  for (const one of all) {
    const name = key(one);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [one]);
    else group.push(one);
  }
  return groups;
}

const kinds = { stdout: 'stdout', stderr: 'stderr', code: 'exit code' } as const;

/** `because (2)` for each reason that some cases give, and how many do. */
function counted(reasons: readonly (string | undefined)[]): string[] {
  const given = grouped(reasons, (reason) => reason);
  return [...given].flatMap(([reason, { length }]) => (reason === undefined ? [] : [`${reason} (${length})`]));
}

const isEqual = ({ otherwise }: Listed): boolean =>
  !('stdout' in otherwise || 'stderr' in otherwise || 'code' in otherwise);

function result(cases: readonly Listed[]): string {
  const different = Object.entries(kinds).flatMap(([kind, name]) =>
    counted(cases.map(({ otherwise }) => otherwise[kind as keyof typeof kinds])).map((reason) => `${name}: ${reason}`),
  );
  const asked = counted(cases.map(({ otherwise }) => otherwise.asked));
  const parts = [different.length === 0 ? 'equal' : `equal but for ${different.join('; ')}`];
  if (asked.length > 0) parts.push(`equal to what the peer prints when asked otherwise: ${asked.join('; ')}`);
  return parts.join('; ');
}

/** `novaclient 18.1 on v3 (12), embedded (3); …`, of as many cases. */
function compared(cases: readonly Listed[]): string {
  const peers = grouped(cases, ({ peer }) => peer);
  const clouds = (of: readonly Listed[]): string =>
    [...grouped(of, ({ cloud }) => cloud)].map(([cloud, { length }]) => `${cloud} (${length})`).join(', ');
  return [...peers].map(([peer, of]) => `${peer} on ${clouds(of)}`).join('; ');
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

function row(applet: string, { name, aliasOf }: Verb, cases: readonly Listed[]): string {
  const title = aliasOf === undefined ? `\`${name}\`` : `\`${name}\` (${aliasOf})`;
  if (cases.length > 0) return `| ${title} | ${compared(cases)} | ${cell(result(cases))} |`;
  const why = uncompared[applet]?.[name];
  assert.ok(why !== undefined, `${applet} ${name} is neither compared with a peer, nor is it said why not`);
  return `| ${title} | - | ${cell(why)} |`;
}

/** What is in no case of a client's verbs, and why. */
function limited(applet: string): string[] {
  const lines = Object.entries(limits[applet] ?? {}).map(([what, why]) => `- ${what}: ${why}`);
  return lines.length === 0 ? [] : ['In no case:', '', ...lines, ''];
}

/** The text of parity.md. */
export function table(cases: readonly Listed[]): string {
  const text = [readFileSync(join(tests, 'cloud', 'parity-head.md'), 'utf8').trimEnd(), ''];
  for (const [name, applet] of Object.entries(applets)) {
    const own = grouped(
      cases.filter((one) => one.applet === name),
      (one) => verbOf(one),
    );
    const all = verbs(applet);
    const withPeer = all.filter((verb) => own.has(verb.name));
    const equal = withPeer.filter((verb) => (own.get(verb.name) ?? []).every(isEqual));
    text.push(
      `## ${name}`,
      '',
      `${all.length} names, ${withPeer.length} of them compared, ${equal.length} equal in every case; ` +
        `${cases.filter((one) => one.applet === name).length} cases.`,
      '',
      ...limited(name),
      '| verb | compared with | result |',
      '|---|---|---|',
      ...all.map((verb) => row(name, verb, own.get(verb.name) ?? [])),
      '',
    );
  }
  return text.join('\n');
}
