import type { Command } from '../command/command.js';
import { type Entry, entriesOf, namesOf } from '../command/manifest.js';
import { Failure, UsageError } from '../core/errors.js';
import { exitCodes } from '../core/exit-codes.js';
import { nearest } from '../lib/nearest.js';
import { version } from '../lib/version.js';
import { applets, defaultApplet, flat, isApplet, loadApplet, loadCommand, ownApplet } from './applets.js';
import { completions } from './complete.js';
import { globalOptions } from './globals.js';
import { Grammar, longName } from './grammar.js';
import { builtIn, commandHelp, programHelp } from './help.js';
import { clientScreen } from './own-help/client.js';
import { commandScreen, optionsScreen } from './own-help/command.js';
import { exitMeanings } from './own-help/exit-meanings.js';
import { kinds } from './own-help/kinds.js';
import { section, widthOf } from './own-help/layout.js';
import { programScreen } from './own-help/program.js';
import { lookUpWords, type Route, unsupportedCommand } from './route.js';

/**
 * What is said without a command: the version, the words for completion, help for the program or for one of its
 * commands. Called by a classic client's name we say it as that does, else in screens of our own.
 * @param columns the width of the terminal; undefined where there is none
 * @throws UsageError for options and words that nobody knows
 * @throws Failure for help on a command that there is not
 */
export async function answerWithoutCommand(route: Route, columns?: number): Promise<readonly string[]> {
  const { options, plain, unknown } = new Grammar({}, () => globalOptions(route.client.globals)).read(route.words);
  if (unknown.length > 0)
    throw new UsageError(`unrecognized arguments: ${unknown.join(' ')}`, { wrong: { words: unknown } });
  if (options.includes('--version')) return [`${version}\n`];
  if (route.verb === 'bash-completion') return completions(route.applet, plain);
  return [await help(route, plain, widthOf(columns))];
}

/** @param words what follows `help`: nothing, a verb of one or two words, or, for our own program, another one's name */
async function help(route: Route, words: readonly string[], width: number): Promise<string> {
  const [first, ...others] = words;
  if (first === undefined) return wholeHelp(route, width);
  const { multiCall } = await loadApplet(route.applet);
  if (multiCall && isApplet(first)) {
    return help({ ...route, applet: first, program: `${route.program} ${first}` }, others, width);
  }
  for (const name of await placesOf(route, first)) {
    const applet = await loadApplet(name);
    const found = lookUpWords(applet, words);
    if (found !== undefined) return verbHelp(route, name, found.entry, words.slice(found.words), width);
    const elsewhere = unsupportedCommand(applet, first, others[0]);
    if (elsewhere !== undefined) throw elsewhere;
  }
  const subject = multiCall && Object.hasOwn(subjects, first) ? subjects[first] : undefined;
  if (subject !== undefined) return subject(route, width);
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
  width: number,
): Promise<string> {
  if (excess.length > 0) throw new UsageError(`unrecognized arguments: ${excess.join(' ')}`);
  const [{ client }, command] = await Promise.all([loadApplet(applet), loadCommand(applet, name)]);
  if (!isApplet(route.program)) {
    const shown = { program: route.program, client: applet, name, summary, command };
    return commandScreen(shown, globalOptions(client.globals), width, false);
  }
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

/** What `--help` says of a command: its own options and those that all commands take. */
export async function allAbout(
  { applet, client, program }: Route,
  { name, summary }: Entry,
  command: Command,
  columns: number | undefined,
): Promise<string> {
  const globals = globalOptions(client.globals);
  if (!isApplet(program)) {
    return commandScreen({ program, client: applet, name, summary, command }, globals, widthOf(columns), true);
  }
  const formatters = (await client.help.formatters?.())?.default;
  return commandHelp(`${program} ${name}`, client.help, { summary, command }, globals, formatters);
}

/** Where a verb may be: in the program itself, or, typed flat behind our own name, in the ones that it stands for. */
async function placesOf(route: Route, word: string): Promise<readonly string[]> {
  const { multiCall } = await loadApplet(route.applet);
  if (!multiCall) return [route.applet];
  const owner = Object.hasOwn(flat, word) ? flat[word] : undefined;
  return [...(owner === undefined ? [] : [owner]), ownApplet, defaultApplet];
}

async function noSuch(route: Route, word: string): Promise<Failure> {
  const { program, applet } = route;
  if (!isApplet(program)) {
    return new UsageError(`'${word}' is no command`, { wrong: { words: [word], place: { program, client: applet } } });
  }
  const names = await Promise.all(
    (await placesOf(route, word)).map(async (name) => namesOf((await loadApplet(name)).commands)),
  );
  const meant = nearest(word, names.flat());
  const hint = meant === undefined ? `Try '${route.program} help' for all that there is.` : `Did you mean '${meant}'?`;
  return new Failure(`'${word}' is not a valid subcommand`, { hint });
}

async function wholeHelp(route: Route, width: number): Promise<string> {
  const applet = await loadApplet(route.applet);
  const rows = summaries(applet.commands);
  if (isApplet(route.program)) {
    const { selectionOptions } = await import('./selection-options.js');
    const globals = { ...globalOptions(applet.client.globals), ...selectionOptions({}) };
    return programHelp(route.program, { ...applet, rows }, globals, applet.client.help) + (await olderHelp(route));
  }
  if (!applet.multiCall) {
    const [elsewhere, own] = [Object.entries(applet.replacements ?? {}), kinds[route.applet] ?? {}];
    const screen = clientScreen(route.program, { summary: applet.summary, rows, elsewhere, kinds: own }, width);
    return screen + (await olderHelp(route));
  }
  const names = Object.keys(applets);
  const clients = await Promise.all(names.map(async (name) => [name, (await loadApplet(name)).summary] as const));
  return programScreen(route.program, applet.summary, clients, width);
}

/** What our own help has beside commands. */
const subjects: Readonly<Record<string, (route: Route, width: number) => string>> = {
  options: ({ client }, width) => optionsScreen(globalOptions(client.globals), width),
  'exit-codes': (_, width) => {
    const rows = Object.entries(exitMeanings).map(
      ([reason, meaning]): Row => [String(exitCodes[reason as keyof typeof exitCodes]), meaning],
    );
    return [...section('How a run can end', rows, width).slice(1), ''].join('\n');
  },
};

type Row = readonly [name: string, summary: string];

function summaries(manifest: string): readonly Row[] {
  return entriesOf(manifest).flatMap(({ name, summary, hidden }) => (hidden ? [] : [[name, summary] as const]));
}
