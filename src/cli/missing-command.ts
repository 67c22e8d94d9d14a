/** Commands that a classic program has and we do not. */
import type { ClassicClient } from '../classic/client.js';
import type { Applet } from '../command/applet.js';
import { type Entry, findEntry, namesOf } from '../command/manifest.js';
import { Failure } from '../core/errors.js';
import { unsupportedCommand } from './actions.js';

/** Their names, and what `openstack` calls each of them, where it is known. */
export async function missingCommands(client: ClassicClient): Promise<ReadonlyMap<string, string>> {
  const text = (await client.missing?.())?.default ?? '';
  return new Map(
    text
      .trim()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const at = line.indexOf(':');
        return [line.slice(0, at), line.slice(at + 1).trim()] as const;
      }),
  );
}

/** The sentence about such a command, with the code of a wrong command line; undefined for other words. */
async function missingCommand(client: ClassicClient, word: string): Promise<Failure | undefined> {
  const openstack = (await missingCommands(client)).get(word);
  if (openstack === undefined) return undefined;
  const known = openstack === '' ? '' : `; in openstack it is 'openstack ${openstack}'`;
  return new Failure(`${word}: stackline does not have it yet${known}.`, { unknownVerb: word }, 'usage');
}

/** The sentence about what only the classic program does, be it a command of two words; undefined for other words. */
export async function notOurs(applet: Applet, word: string, second: string | undefined): Promise<Failure | undefined> {
  return unsupportedCommand(applet, word, second) ?? (await missingCommand(applet.client, word));
}

/** What a word that is no command of ours means: the beginning of one, or one that only the classic program has. */
export async function lookUpMissing(
  applet: Applet,
  word: string,
): Promise<{ readonly meant?: Entry; readonly missing?: Failure }> {
  const missing = await missingCommand(applet.client, word);
  if (missing !== undefined) return { missing };
  const meant = await abbreviated(applet, word);
  return meant === undefined ? {} : { meant };
}

/** The one command whose name begins so, where the client has such abbreviations. */
async function abbreviated({ client, commands }: Applet, word: string): Promise<Entry | undefined> {
  if (!client.abbreviates) return undefined;
  const all = [...namesOf(commands), ...(await missingCommands(client)).keys(), 'bash-completion', 'help'];
  const [first, ...more] = all.filter((name) => name.startsWith(word));
  return first === undefined || more.length > 0 ? undefined : findEntry(commands, first);
}
