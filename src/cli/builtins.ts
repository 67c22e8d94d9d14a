import { UsageError } from '../core/errors.js';
import { version } from '../lib/version.js';
import { isApplet } from './applets.js';
import { globalOptions } from './globals.js';
import { Grammar } from './grammar.js';
import { ownHelp } from './own-help/index.js';
import type { Route } from './route.js';

/**
 * What is said without a command: the version, the words for completion, help for the program or for one of its
 * commands. Called by a classic client's name we say it as that does, else in screens of our own.
 * @param columns the width of the terminal; undefined where there is none
 * @throws UsageError for options and words that nobody knows
 * @throws Failure for help on a command that there is not
 */
export async function answerWithoutCommand(route: Route, columns?: number): Promise<string> {
  const { options, plain, unknown } = new Grammar({}, () => globalOptions(route.client.globals)).read(route.words);
  if (unknown.length > 0)
    throw new UsageError(`unrecognized arguments: ${unknown.join(' ')}`, { wrong: { words: unknown } });
  if (options.includes('--version')) return `${versionOf(route)}\n`;
  if (route.verb === 'bash-completion') return (await import('./complete.js')).completions(route.applet, plain);
  return isApplet(route.program)
    ? (await import('./classic-help.js')).classicHelp(route, plain)
    : ownHelp(route, plain, columns);
}

/** Of a classic program the release whose bytes we print: scripts ask for it. */
function versionOf({ applet, client }: Route): string {
  return isApplet(applet) ? (client.versionLine ?? client.version) : version;
}
