import type { Entry } from '../command/applet.js';
import { UsageError } from '../lib/errors.js';
import { version } from '../lib/version.js';
import { applets, flat, loadApplet } from './applets.js';
import { globalOptions } from './globals.js';
import { Grammar } from './grammar.js';
import { commandHelp, programHelp } from './help.js';
import { lookUp, type Route } from './route.js';

/**
 * What is said without a command: the version, help for the program or for one of its commands.
 * @throws UsageError for options that nobody knows, and for help on a command that there is not
 */
export async function answerWithoutCommand(way: Route): Promise<readonly string[]> {
  const globals = globalOptions(way.applet);
  const { options, plain, unknown } = new Grammar({}, globals).read(way.words);
  if (unknown.length > 0) throw new UsageError(`unrecognized arguments: ${unknown.join(' ')}`);
  if (options.includes('--version')) return [`${version}\n`];
  const [first, second] = plain;
  if (first === undefined) return [await help(way)];
  const named = Object.hasOwn(applets, first) && way.program === 'stackline' ? first : undefined;
  if (named !== undefined && second === undefined) return [programHelp(`stackline ${named}`, await loadApplet(named))];
  const word = named === undefined ? first : (second ?? first);
  const { applet, entry, verb } = await findVerb(way, named, word);
  const { default: command } = await entry.load();
  const program = named === undefined ? way.program : `${way.program} ${named}`;
  return [commandHelp(`${program} ${verb}`, entry.summary, command, globalOptions(applet))];
}

async function help(way: Route): Promise<string> {
  const applet = await loadApplet(way.applet);
  if (way.applet !== 'stackline') return programHelp(way.program, applet);
  const nova = await loadApplet('nova');
  const programs = await Promise.all(Object.keys(applets).map(async (name) => [name, await loadApplet(name)] as const));
  return programHelp(way.program, {
    summary: `${applet.summary}\n\nnova's commands need no applet: '${way.program} list' is '${way.program} nova list'.`,
    commands: {
      ...nova.commands,
      ...Object.fromEntries(await Promise.all(Object.entries(flat).map(flatEntry))),
      ...applet.commands,
      ...Object.fromEntries(programs.map(([name, { summary }]) => [`${name} ...`, { summary, load: never }])),
    },
  });
}

async function flatEntry([verb, applet]: readonly [string, string]): Promise<readonly [string, Entry]> {
  const entry = (await loadApplet(applet)).commands[verb];
  if (entry === undefined) throw new Error(`${applet} has no ${verb}`);
  return [verb, entry];
}

const never = (): Promise<never> => Promise.reject(new Error('a program is not a command'));

async function findVerb(way: Route, named: string | undefined, word: string) {
  const places =
    named === undefined
      ? [
          Object.hasOwn(flat, word) ? (flat[word] ?? way.applet) : way.applet,
          ...(way.applet === 'stackline' ? ['nova'] : []),
        ]
      : [named];
  for (const applet of places) {
    const found = lookUp(await loadApplet(applet), word);
    if (found !== undefined) return { applet, ...found };
  }
  throw new UsageError(`'${word}' is not a valid subcommand`);
}
