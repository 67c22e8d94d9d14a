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
    const candidates = [...found.candidates, ...names.map((word) => ({ word, meaning: '' }))];
    return printed(shell, { ...found, candidates }, given.at(-1) ?? '');
  } catch {
    return '';
  }
}

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
  const joined = await nameStore(host, globals, settings, 'names');
  const lookedUp = asRecord(joined?.find(thing.replaceAll('_', ' '))).names;
  const others = Array.isArray(lookedUp)
    ? lookedUp.map((pair: unknown) => (Array.isArray(pair) ? pair[1] : undefined))
    : [];
  return [...new Set([...seenIn(seen?.find(thing), now).keys(), ...others.filter(isName)])].sort();
}
