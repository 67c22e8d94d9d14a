import type { Applet, Entry } from '../command/applet.js';
import { Failure, UsageError } from '../core/errors.js';
import { nearest } from '../lib/nearest.js';
import { version } from '../lib/version.js';
import { applets, flat, loadApplet } from './applets.js';
import { completions } from './complete.js';
import { globalOptions } from './globals.js';
import { Grammar } from './grammar.js';
import { builtIn, commandHelp, programHelp } from './help.js';
import { lookUp, lookUpWords, type Route, unsupportedCommand } from './route.js';

/**
 * What is said without a command: the version, the words for completion, help for the program or for one of its
 * commands.
 * @throws UsageError for options and words that nobody knows
 * @throws Failure for help on a command that there is not
 */
export async function answerWithoutCommand(way: Route): Promise<readonly string[]> {
  const { options, plain, unknown } = new Grammar({}, globalOptions(way.applet)).read(way.words);
  if (unknown.length > 0) throw new UsageError(`unrecognized arguments: ${unknown.join(' ')}`);
  if (options.includes('--version')) return [`${version}\n`];
  if (way.verb === 'bash-completion') return completions(way.applet, plain);
  return [await help(way, plain)];
}

/** @param words what follows `help`: nothing, a verb of one or two words, or, for our own program, another one's name */
async function help(way: Route, words: readonly string[]): Promise<string> {
  const [first, ...others] = words;
  if (first === undefined) return wholeHelp(way);
  if (way.applet === 'stackline' && Object.hasOwn(applets, first)) {
    return help({ ...way, applet: first, program: `${way.program} ${first}` }, others);
  }
  for (const name of await placesOf(way, first)) {
    const applet = await loadApplet(name);
    const found = lookUpWords(applet, words);
    if (found !== undefined) return verbHelp(way, name, found, words.slice(found.words));
    const elsewhere = unsupportedCommand(applet, first, others[0]);
    if (elsewhere !== undefined) throw elsewhere;
  }
  const summary = builtIn[first];
  if (summary === undefined) throw await noSuch(way, first);
  if (others.length > 0) throw new UsageError(`unrecognized arguments: ${others.join(' ')}`);
  return [`usage: ${way.program} ${first}${first === 'help' ? ' [<subcommand>]' : ''}`, '', summary, ''].join('\n');
}

async function verbHelp(
  way: Route,
  applet: string,
  { verb, entry }: { readonly verb: string; readonly entry: Entry },
  excess: readonly string[],
): Promise<string> {
  if (excess.length > 0) throw new UsageError(`unrecognized arguments: ${excess.join(' ')}`);
  const { default: command } = await entry.load();
  return commandHelp(`${way.program} ${verb}`, applet, { summary: entry.summary, command });
}

/** Where a verb may be: in the program itself, or, typed flat behind our own name, in the ones that it stands for. */
async function placesOf(way: Route, word: string): Promise<readonly string[]> {
  if (way.applet !== 'stackline') return [way.applet];
  const owner = Object.hasOwn(flat, word) ? flat[word] : undefined;
  return [...(owner === undefined ? [] : [owner]), 'stackline', 'nova'];
}

async function noSuch(way: Route, word: string): Promise<Failure> {
  const names = await Promise.all((await placesOf(way, word)).map(async (name) => (await loadApplet(name)).commands));
  const meant = nearest(word, names.flatMap(Object.keys));
  const hint = meant === undefined ? `Try '${way.program} help' for all that there is.` : `Did you mean '${meant}'?`;
  return new Failure(`'${word}' is not a valid subcommand`, { hint });
}

async function wholeHelp(way: Route): Promise<string> {
  const applet = await loadApplet(way.applet);
  const globals = globalOptions(way.applet);
  if (way.applet !== 'stackline') return programHelp(way.program, applet, globals);
  const nova = await loadApplet('nova');
  const programs = await Promise.all(Object.keys(applets).map(async (name) => [name, await loadApplet(name)] as const));
  const all: Applet = {
    summary: `${applet.summary}\n\nnova's commands need no applet: '${way.program} list' is '${way.program} nova list'.`,
    commands: {
      ...nova.commands,
      ...Object.fromEntries(await Promise.all(Object.entries(flat).map(flatEntry))),
      ...applet.commands,
      ...Object.fromEntries(programs.map(([name, { summary }]) => [`${name} ...`, { summary, load: never }])),
    },
  };
  return programHelp(way.program, all, globals);
}

async function flatEntry([verb, applet]: readonly [string, string]): Promise<readonly [string, Entry]> {
  const found = lookUp(await loadApplet(applet), verb);
  if (found === undefined) throw new Error(`${applet} has no ${verb}`);
  return [verb, found.entry];
}

const never = (): Promise<never> => Promise.reject(new Error('a program is not a command'));
