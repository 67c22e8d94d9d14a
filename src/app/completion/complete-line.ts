/** Answers a shell that asks what may follow: from what the program knows and what earlier runs have seen, never a cloud. */
import { isApplet } from '../../cli/applets.js';
import { type Completion, completionOf } from '../../cli/completion/completion-of.js';
import { printed, shells, wordsOf } from '../../cli/completion/shells.js';
import type { Globals } from '../../cli/globals.js';
import { globalOptions } from '../../cli/globals.js';
import { parse } from '../../cli/parse.js';
import type { Host } from '../../host/host.js';
import { asRecord } from '../../lib/read.js';
import { examineSettings } from '../load-settings.js';
import { nameStore } from '../name-store.js';
import { isName, markUsed, seenIn } from './seen-names.js';

/**
 * @param given the shell, then its words: the program as it was typed, and what was typed behind it
 * @returns what `printed` says; nothing where anything is wrong: a prompt is no place for an error
 */
export async function completeLine(host: Host, [shell = '', ...given]: readonly string[]): Promise<string> {
  if (!shells.some((one) => one === shell)) return '';
  try {
    const [called = '', ...words] = wordsOf(shell, given);
    const name = called.slice(called.lastIndexOf('/') + 1).replace(/\.js$/, '');
    const found = await completionOf(isApplet(name) ? name : 'stackline', words);
    if (found.hasSecret) host.hideArguments();
    const files = await host.storage.logins();
    if (files !== undefined) await markUsed(files, host.now());
    const names = found.names === undefined ? [] : await namesOf(host, found, found.names);
    const candidates = [...found.candidates, ...furtherOf(found, names).map((word) => ({ word, meaning: '' }))];
    return printed(shell, { ...found, candidates }, given.at(-1) ?? '');
  } catch {
    return '';
  }
}

/** Of several names with commas between them the last one is being typed; what stands there already is not offered again. */
function furtherOf({ isSeveral, typed }: Completion, names: readonly string[]): readonly string[] {
  const before = isSeveral ? typed.slice(0, typed.lastIndexOf(',') + 1) : '';
  const taken = before.split(',');
  return names.filter((name) => !taken.includes(name)).map((name) => before + name);
}

/** Lists that show a thing under other nouns than its own: hosts stand in those of hypervisors and services. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  host: ['host', 'hypervisor', 'compute_service', 'volume_service'],
};

/** Names of a kind that lists have shown, or that were looked up for columns of names; in order. */
async function namesOf(host: Host, { client, globals: typed }: Completion, thing: string): Promise<readonly string[]> {
  if (thing === 'cloud') return (await import('../select-cloud.js')).allClouds(host);
  const asParsed = parse({ options: {}, arguments: {}, globals: globalOptions(client.globals) }, [], host.env).globals;
  // Nothing is asked, and no file is read for it: the names of a login with such a password are not found.
  const globals: Globals = { ...asParsed, ...Object.fromEntries(typed), osPasswordStdin: false };
  const quiet = (): void => undefined;
  const userConfig = await host.storage.userConfig();
  const { settings } = await examineSettings({ host, globals, client, userConfig, note: quiet, warn: quiet });
  const now = host.now();
  const seen = await nameStore(host, globals, settings, 'completion');
  const kinds = KINDS[thing] ?? [thing];
  const joined = await nameStore(host, globals, settings, 'names');
  const lookedUp = asRecord(joined?.find(thing.replaceAll('_', ' '))).names;
  const others = Array.isArray(lookedUp)
    ? lookedUp.map((pair: unknown) => (Array.isArray(pair) ? pair[1] : undefined))
    : [];
  const shown = kinds.flatMap((kind) => [...seenIn(seen?.find(kind), now).keys()]);
  return [...new Set([...shown, ...others.filter(isName)])].sort();
}
