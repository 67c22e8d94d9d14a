/** Help under our own name: what one screen needs is loaded for that screen alone. */
import type { Applet } from '../../command/applet.js';
import type { Command } from '../../command/command.js';
import type { Examples } from '../../command/examples.js';
import type { Entry } from '../../command/manifest.js';
import type { Options } from '../../command/options.js';
import { UsageError } from '../../core/errors.js';
import { defaultApplet, flat, isApplet, loadApplet, loadCommand, ownApplet } from '../applets.js';
import { groups, outputGroup } from '../globals.js';
import { lookUpWords, type Route } from '../route.js';
import { selectionOptions } from '../selection-options.js';
import { commandScreen } from './command.js';
import { widthOf } from './layout.js';

/**
 * @param words what follows `help`: nothing, a command of one or two words, a client's name and its command, a subject
 * @throws Failure for help on a command that there is not
 */
export async function ownHelp(route: Route, words: readonly string[], columns: number | undefined): Promise<string> {
  const [first, ...others] = words;
  const applet = await loadApplet(route.applet);
  const width = widthOf(columns);
  if (first === undefined) return wholeHelp(route, applet, width);
  if (applet.multiCall && isApplet(first)) {
    return ownHelp({ ...route, applet: first, program: `${route.program} ${first}` }, others, columns);
  }
  for (const name of applet.multiCall ? placesOf(first) : [route.applet]) {
    const place = await loadApplet(name);
    const found = lookUpWords(place, words);
    if (found !== undefined) return commandHelp(route, name, place, found.entry, words.slice(found.words), width);
    if (place.replacements === undefined && place.client.missing === undefined) continue;
    const elsewhere = await (await import('../missing-command.js')).notOurs(place, first, others[0]);
    if (elsewhere !== undefined) throw elsewhere;
  }
  const other = await (await import('./subjects.js')).subject(route, applet, words, width);
  if (other !== undefined) return other;
  const place = { program: route.program, client: route.applet };
  throw new UsageError(`'${first}' is no command`, { wrong: { words: [first], place } });
}

/** What `--help` says of a command: its own options and those that all commands take. */
export async function ownHelpOnAll(
  { applet, client, program }: Pick<Route, 'applet' | 'client' | 'program'>,
  { name, summary }: Entry,
  command: Command,
  columns: number | undefined,
): Promise<string> {
  const { globalOptions } = await import('../globals.js');
  const all: Options = {
    ...globalOptions(client.globals),
    ...selectionOptions(command.options),
    ...(command.change === undefined ? {} : (await import('../change-options.js')).changeOptionsOf(command.change)),
  };
  const shared = Object.entries(groups()).map(([title, keys]): [string, Options] => [title, ofKeys(all, keys)]);
  const examples = await examplesIn(applet);
  return commandScreen(
    { program, examples, name, summary, command, shared, isWhole: true, hasCurl: all.curl !== undefined },
    widthOf(columns),
  );
}

/** What the examples of a client name. */
export const examplesIn = async (client: string): Promise<Examples> =>
  (await (await loadApplet(client)).examples?.())?.default ?? {};

const ofKeys = (all: Options, keys: readonly string[]): Options =>
  Object.fromEntries(keys.flatMap((key) => (all[key] === undefined ? [] : [[key, all[key]]])));

/** Where a verb may be that is typed flat behind our own name: in the programs that it stands for. */
function placesOf(word: string): readonly string[] {
  const owner = Object.hasOwn(flat, word) ? flat[word] : undefined;
  return owner === undefined ? [ownApplet, defaultApplet] : [owner, ownApplet, defaultApplet];
}

async function commandHelp(
  route: Route,
  client: string,
  { client: { globals }, versions }: Applet,
  { name, summary }: Entry,
  excess: readonly string[],
  width: number,
): Promise<string> {
  if (excess.length > 0) throw new UsageError(`too many words: '${excess.join(' ')}'`, { wrong: { words: excess } });
  const command = await loadCommand(client, name);
  const output: Options = { ...outputGroup(globals), ...selectionOptions(command.options) };
  const shared: [string, Options][] = [['Output options', output]];
  const hasCurl = globals?.curl !== null;
  const { program } = route;
  const examples = await examplesIn(client);
  const screen = commandScreen({ program, examples, name, summary, command, shared, isWhole: false, hasCurl }, width);
  return versions === undefined ? screen : screen + (await (await import('../older-help.js')).olderHelp(route, name));
}

async function wholeHelp(route: Route, applet: Applet, width: number): Promise<string> {
  if (applet.multiCall) {
    const { programScreen } = await import('./program.js');
    return programScreen(route.program, applet.summary, width);
  }
  const { clientScreen } = await import('./client.js');
  const screen = await clientScreen(route.program, applet, width);
  const { versions } = applet;
  return versions === undefined ? screen : screen + (await (await import('../older-help.js')).olderHelp(route));
}
