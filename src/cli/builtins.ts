import { type Entry, entriesOf, findEntry, namesOf } from '../command/manifest.js';
import { Failure, UsageError } from '../core/errors.js';
import { nearest } from '../lib/nearest.js';
import { version } from '../lib/version.js';
import { applets, defaultApplet, flat, isApplet, loadApplet, loadCommand, ownApplet } from './applets.js';
import { completions } from './complete.js';
import { globalOptions } from './globals.js';
import { Grammar, longName } from './grammar.js';
import { builtIn, commandHelp, programHelp } from './help.js';
import { lookUpWords, type Route, unsupportedCommand } from './route.js';

/**
 * What is said without a command: the version, the words for completion, help for the program or for one of its
 * commands.
 * @throws UsageError for options and words that nobody knows
 * @throws Failure for help on a command that there is not
 */
export async function answerWithoutCommand(route: Route): Promise<readonly string[]> {
  const { options, plain, unknown } = new Grammar({}, () => globalOptions(route.client.globals)).read(route.words);
  if (unknown.length > 0) throw new UsageError(`unrecognized arguments: ${unknown.join(' ')}`);
  if (options.includes('--version')) return [`${version}\n`];
  if (route.verb === 'bash-completion') return completions(route.applet, plain);
  return [await help(route, plain)];
}

/** @param words what follows `help`: nothing, a verb of one or two words, or, for our own program, another one's name */
async function help(route: Route, words: readonly string[]): Promise<string> {
  const [first, ...others] = words;
  if (first === undefined) return wholeHelp(route);
  const { multiCall } = await loadApplet(route.applet);
  if (multiCall && isApplet(first)) {
    return help({ ...route, applet: first, program: `${route.program} ${first}` }, others);
  }
  for (const name of await placesOf(route, first)) {
    const applet = await loadApplet(name);
    const found = lookUpWords(applet, words);
    if (found !== undefined) return verbHelp(route, name, found.entry, words.slice(found.words));
    const elsewhere = unsupportedCommand(applet, first, others[0]);
    if (elsewhere !== undefined) throw elsewhere;
  }
  const summary = builtIn[first];
  if (summary === undefined && route.client.errors.helpOnAnything) return wholeHelp(route);
  if (summary === undefined) throw await noSuch(route, first);
  if (others.length > 0) throw new UsageError(`unrecognized arguments: ${others.join(' ')}`);
  return [`usage: ${route.program} ${first}${first === 'help' ? ' [<subcommand>]' : ''}`, '', summary, ''].join('\n');
}

async function verbHelp(
  route: Route,
  applet: string,
  { name, summary }: Entry,
  excess: readonly string[],
): Promise<string> {
  if (excess.length > 0) throw new UsageError(`unrecognized arguments: ${excess.join(' ')}`);
  const [{ client }, command] = await Promise.all([loadApplet(applet), loadCommand(applet, name)]);
  const formatters = (await client.help.formatters?.())?.default;
  const line = `${route.program} ${name}`;
  return commandHelp(line, client.help, { summary, command }, undefined, formatters) + (await olderHelp(route, name));
}

/** Where the program's API has an older version: how to see its help, on a verb if that has it, too. */
async function olderHelp({ applet, program, verb: asked }: Route, verb = ''): Promise<string> {
  const { client, versions } = await loadApplet(applet);
  if (versions === undefined || asked === undefined) return '';
  const { version: older } = versions.older;
  const { commands } = await loadApplet(versions.program(older, undefined));
  if (verb !== '' && findEntry(commands, verb) === undefined) return '';
  const option = longName(versions.setting, globalOptions(client.globals)[versions.setting]);
  return `\nRun \`${program} --${option} ${older} help${verb === '' ? '' : ` ${verb}`}\` for v${older} help\n`;
}

/** Where a verb may be: in the program itself, or, typed flat behind our own name, in the ones that it stands for. */
async function placesOf(route: Route, word: string): Promise<readonly string[]> {
  const { multiCall } = await loadApplet(route.applet);
  if (!multiCall) return [route.applet];
  const owner = Object.hasOwn(flat, word) ? flat[word] : undefined;
  return [...(owner === undefined ? [] : [owner]), ownApplet, defaultApplet];
}

async function noSuch(route: Route, word: string): Promise<Failure> {
  const names = await Promise.all(
    (await placesOf(route, word)).map(async (name) => namesOf((await loadApplet(name)).commands)),
  );
  const meant = nearest(word, names.flat());
  const hint = meant === undefined ? `Try '${route.program} help' for all that there is.` : `Did you mean '${meant}'?`;
  return new Failure(`'${word}' is not a valid subcommand`, { hint });
}

async function wholeHelp(route: Route): Promise<string> {
  const applet = await loadApplet(route.applet);
  const { selectionOptions } = await import('./selection-options.js');
  const globals = { ...globalOptions(applet.client.globals), ...selectionOptions({}) };
  const rows = summaries(applet.commands);
  if (!applet.multiCall) {
    return programHelp(route.program, { ...applet, rows }, globals, applet.client.help) + (await olderHelp(route));
  }
  const nova = await loadApplet(defaultApplet);
  const programs = Object.keys(applets).map(
    async (name): Promise<Row> => [`${name} ...`, (await loadApplet(name)).summary],
  );
  // What several programs have is what it means when it is typed flat.
  const all = new Map<string, string>([
    ...summaries(nova.commands),
    ...(await Promise.all(Object.entries(flat).map(flatRow))),
    ...rows,
    ...(await Promise.all(programs)),
  ]);
  const summary = `${applet.summary}\n\nnova's commands need no applet: '${route.program} list' is '${route.program} nova list'.`;
  return programHelp(route.program, { summary, rows: [...all] }, globals, applet.client.help);
}

type Row = readonly [name: string, summary: string];

function summaries(manifest: string): readonly Row[] {
  return entriesOf(manifest).flatMap(({ name, summary, hidden }) => (hidden ? [] : [[name, summary] as const]));
}

async function flatRow([verb, applet]: readonly [string, string]): Promise<Row> {
  const found = findEntry((await loadApplet(applet)).commands, verb);
  if (found === undefined) throw new Error(`${applet} has no ${verb}`);
  return [verb, found.summary];
}
