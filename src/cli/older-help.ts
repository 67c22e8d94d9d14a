import { findEntry } from '../command/manifest.js';
import { loadApplet } from './applets.js';
import { globalOptions } from './globals.js';
import { longName } from './grammar.js';
import type { Route } from './route.js';

/** Where the program's API has an older version: how to see its help, on a verb if that has it, too. */
export async function olderHelp({ applet, program, verb: asked }: Route, verb = ''): Promise<string> {
  const { client, versions } = await loadApplet(applet);
  if (versions === undefined || asked === undefined) return '';
  const { version: older } = versions.older;
  const { commands } = await loadApplet(versions.program(older, undefined));
  if (verb !== '' && findEntry(commands, verb) === undefined) return '';
  const option = longName(versions.setting, globalOptions(client.globals)[versions.setting]);
  return `\nRun \`${program} --${option} ${older} help${verb === '' ? '' : ` ${verb}`}\` for v${older} help\n`;
}
