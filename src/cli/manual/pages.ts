/** The manual pages, from the same data as help: one about the program, one for each client, and one for each own command. */
import type { Command } from '../../command/command.js';
import { entriesOf } from '../../command/manifest.js';
import type { Options } from '../../command/options.js';
import { version } from '../../lib/version.js';
import { applets, loadApplet, loadCommand, ownApplet } from '../applets.js';
import { globalOptions, groups, outputGroup } from '../globals.js';
import { examplesOf } from '../own-help/examples.js';
import { exitRows } from '../own-help/exit-meanings.js';
import { examplesIn } from '../own-help/index.js';
import { kindOf, kindsOf } from '../own-help/kinds.js';
import type { Rows } from '../own-help/layout.js';
import { optionRows, withChoices } from '../own-help/option-rows.js';
import { screenRows } from '../own-help/program.js';
import { blocksOf, type Topic, topics } from '../own-help/topics.js';
import { selectionOptions } from '../selection-options.js';
import { usage } from '../usage.js';
import { example, item, prose, quoted, section, subsection, text } from './roff.js';

/** A page of section 1. */
export interface Page {
  /** As `stackline-nova`. */
  readonly name: string;
  readonly source: string;
}

/** @param date what stands in the foot of each page, as 2013-04-01 */
export async function pages(date: string): Promise<readonly Page[]> {
  const own = entriesOf((await loadApplet(ownApplet)).commands).flatMap(({ name, hidden }) => (hidden ? [] : [name]));
  return [
    await programPage(date),
    ...(await Promise.all(Object.keys(applets).map((client) => clientPage(client, date)))),
    ...(await Promise.all(own.map((name) => commandPage(name, date)))),
  ];
}

const pageOf = (name: string): string => `stackline-${name.replaceAll(' ', '-')}`;

function page(name: string, date: string, purpose: string, parts: readonly string[]): Page {
  const head = [
    '.\\" Made from the program itself.',
    `.TH ${quoted(name.toUpperCase())} 1 ${date} ${quoted(`stackline ${version}`)} "Operating OpenStack clouds"`,
    section('Name'),
    ...prose(`${name} - ${purpose.charAt(0).toLowerCase()}${purpose.slice(1).replace(/\.$/, '')}`),
  ];
  // A name is parted from its purpose by a dash that is one.
  return { name, source: [...head.map((line) => line.replace(' \\- ', ' \\- ')), ...parts, ''].join('\n') };
}

async function programPage(date: string): Promise<Page> {
  const { client, commands, summary } = await loadApplet(ownApplet);
  const shared = Object.entries(groups()).flatMap(([title, keys]) => {
    const all: Options = { ...globalOptions(client.globals), ...selectionOptions({}) };
    const rows = keys.flatMap((key) => optionRows(all[key] === undefined ? {} : { [key]: all[key] }));
    return [subsection(title), ...rows.flatMap(([name, meaning]) => item(name, meaning))];
  });
  return page('stackline', date, summary, [
    section('Synopsis'),
    ...example(['stackline [options] <command> ...', 'stackline [options] <client> <command> ...']),
    section('Description'),
    ...prose(
      'Every command of the classic clients is understood as it always was, by the name of the client or behind our own. ' +
        'The commands of nova need no name of a client.',
    ),
    section('Asked for most'),
    ...Object.entries(screenRows()).flatMap(([title, rows]) => [
      subsection(title),
      ...rows.flatMap(([line, meaning]) => item(line, meaning)),
    ]),
    section('Own commands'),
    ...entriesOf(commands).flatMap(({ name, summary: meaning, hidden }) => (hidden ? [] : item(name, meaning))),
    section('Options of all commands'),
    ...shared,
    ...topics.flatMap(topicOf),
    ...exitStatus(),
    section('Files'),
    ...item('~/.config/stackline/config.json', 'What config set keeps. XDG_CONFIG_HOME may name another directory.'),
    ...item('~/.cache/stackline', 'Kept logins, for their owner alone. XDG_CACHE_HOME may name another directory.'),
    ...item('clouds.yaml', 'Clouds by name: in this directory, in ~/.config/openstack or in /etc/openstack.'),
    ...seeAlso([...Object.keys(applets), ...entriesOf(commands).flatMap(({ name, hidden }) => (hidden ? [] : [name]))]),
  ]);
}

const topicOf = (topic: Topic): readonly string[] => [
  section(topic.title),
  ...blocksOf(topic).flatMap((block, at) => {
    if ('rows' in block) return block.rows.flatMap(([name, meaning]) => item(name, meaning));
    return [...(at === 0 ? [] : ['.PP']), ...('text' in block ? prose(block.text) : example(block.lines))];
  }),
];

async function clientPage(name: string, date: string): Promise<Page> {
  const { client, commands, summary, replacements = {} } = await loadApplet(name);
  const entries = entriesOf(commands).filter(({ hidden }) => !hidden);
  const own = await kindsOf(client);
  const titles = [...new Set([...Object.keys(own), ...entries.map((entry) => kindOf(own, entry.name))])];
  const parts: string[] = [];
  for (const title of titles) {
    const here = entries.filter((entry) => kindOf(own, entry.name) === title);
    if (here.length > 0) parts.push(section(title));
    for (const entry of here) {
      const command = await loadCommand(name, entry.name);
      const others = entry.aliases.length > 0 ? ` Also ${entry.aliases.join(', ')}.` : '';
      parts.push(subsection(entry.name), ...example(usageOf(`stackline ${name} ${entry.name}`, command)), '.PP');
      parts.push(...prose(entry.summary + others));
      parts.push(
        ...[...argumentRows(command), ...optionRows(command.options)].flatMap(([one, meaning]) => item(one, meaning)),
      );
    }
  }
  const elsewhere = Object.entries(replacements).flatMap(([one, meaning]) => item(one, meaning));
  return page(pageOf(name), date, summary, [
    section('Synopsis'),
    ...example([`stackline ${name} [options] <command> ...`, `${name} [options] <command> ...`]),
    section('Description'),
    ...prose(
      `The second form is for a link of that name to stackline, which prints what the classic client prints: see links install in stackline-links-install(1). The options that all commands take are in stackline(1).`,
    ),
    ...parts,
    ...(elsewhere.length > 0 ? [section('Done elsewhere'), ...elsewhere] : []),
    ...exitStatus(),
    ...seeAlso([]),
  ]);
}

async function commandPage(name: string, date: string): Promise<Page> {
  const { client, commands } = await loadApplet(ownApplet);
  const command = await loadCommand(ownApplet, name);
  const entry = entriesOf(commands).find((one) => one.name === name);
  const rowsOf = (title: string, rows: Rows): readonly string[] =>
    rows.length === 0 ? [] : [section(title), ...rows.flatMap(([one, meaning]) => item(one, meaning))];
  const output = { ...outputGroup(client.globals), ...selectionOptions(command.options) };
  const examples = examplesOf(await examplesIn(ownApplet), name, command, client.globals?.curl !== null);
  return page(pageOf(name), date, entry?.summary ?? '', [
    section('Synopsis'),
    ...example(usageOf(`stackline ${name}`, command)),
    section('Description'),
    ...prose(entry?.summary ?? ''),
    ...rowsOf('Arguments', argumentRows(command)),
    ...rowsOf('Options', optionRows(command.options)),
    ...rowsOf('Output options', optionRows(output, command.shows)),
    section('Examples'),
    ...example(examples.map((line) => `stackline ${line}`)),
    ...exitStatus(),
    ...seeAlso([]),
  ]);
}

const usageOf = (line: string, { options, arguments: args }: Command): readonly string[] =>
  usage(line, options, args)
    .replace(/^usage: /, '')
    .split('\n')
    .map((one) => one.replace(/^ {7}/, ''));

const argumentRows = ({ arguments: args }: Command): Rows =>
  Object.values(args).flatMap(
    ({ placeholder, help, hidden, choices }): Rows =>
      hidden ? [] : [[placeholder, withChoices(help, placeholder, choices)]],
  );

function exitStatus(): readonly string[] {
  return [section('Exit status'), ...exitRows().flatMap(([code, meaning]) => item(code, meaning))];
}

function seeAlso(names: readonly string[]): readonly string[] {
  const all = ['stackline', ...names.map(pageOf)];
  const lines = all.map((name, at) => `.BR ${text(name)} (1)${at + 1 < all.length ? ',' : ''}`);
  return [section('See also'), ...(names.length === 0 ? lines : lines.slice(1))];
}
