/** Help under a classic client's name, in the screens of that client. */
import type { Command } from '../command/command.js';
import { type Entry, namesOf } from '../command/manifest.js';
import { Failure, UsageError } from '../core/errors.js';
import { nearest } from '../lib/nearest.js';
import { loadApplet, loadCommand } from './applets.js';
import { builtIn, builtInHelp } from './built-in-verbs.js';
import { globalOptions } from './globals.js';
import { commandHelp, programHelp } from './help.js';
import { olderHelp } from './older-help.js';
import { summaries } from './own-help/summaries.js';
import { lookUpWords, type Route } from './route.js';
import { selectionOptions } from './selection-options.js';

/**
 * @param words what follows `help`: nothing, or a verb of one or two words
 * @throws Failure for help on a command that there is not
 */
export async function classicHelp(route: Route, words: readonly string[]): Promise<string> {
  const [first, ...others] = words;
  if (first === undefined) return wholeHelp(route);
  const applet = await loadApplet(route.applet);
  const found = lookUpWords(applet, words);
  if (found !== undefined) return verbHelp(route, found.entry, words.slice(found.words));
  const elsewhere = await (await import('./missing-command.js')).notOurs(applet, first, others[0]);
  if (elsewhere !== undefined) throw elsewhere;
  const summary = builtIn[first];
  if (summary === undefined && route.client.errors.helpOnAnything) return wholeHelp(route);
  if (summary === undefined) throw noSuch(route, first, namesOf(applet.commands));
  if (others.length > 0) throw new UsageError(`unrecognized arguments: ${others.join(' ')}`);
  return builtInHelp(route.program, first, summary);
}

/** What `--help` says of a command: its own options and those that all commands take. */
export async function classicHelpOnAll(
  { client, program }: Pick<Route, 'client' | 'program'>,
  { name, summary }: Entry,
  command: Command,
): Promise<string> {
  const globals = {
    ...globalOptions(client.globals),
    ...selectionOptions(command.options),
    ...(command.change === undefined ? {} : (await import('./change-options.js')).changeOptionsOf(command.change)),
  };
  const formatters = (await client.help.formatters?.())?.default;
  return commandHelp(`${program} ${name}`, client.help, { summary, command }, globals, formatters);
}

async function verbHelp(route: Route, { name, summary }: Entry, excess: readonly string[]): Promise<string> {
  if (excess.length > 0) throw new UsageError(`unrecognized arguments: ${excess.join(' ')}`);
  const { applet, client, program } = route;
  const command = await loadCommand(applet, name);
  const formatters = (await client.help.formatters?.())?.default;
  const screen = commandHelp(`${program} ${name}`, client.help, { summary, command }, undefined, formatters);
  return screen + (await olderHelp(route, name));
}

function noSuch({ program }: Route, word: string, names: readonly string[]): Failure {
  const meant = nearest(word, names);
  const hint = meant === undefined ? `Try '${program} help' for all that there is.` : `Did you mean '${meant}'?`;
  return new Failure(`'${word}' is not a valid subcommand`, { hint, unknownVerb: word });
}

async function wholeHelp(route: Route): Promise<string> {
  const applet = await loadApplet(route.applet);
  const globals = { ...globalOptions(applet.client.globals), ...selectionOptions({}) };
  const about = { ...applet, rows: summaries(applet.commands) };
  return programHelp(route.program, about, globals, applet.client.help) + (await olderHelp(route));
}
