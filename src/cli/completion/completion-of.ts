/** What may stand at the end of a command line that is being typed, from the same data as help and parsing. */
import type { ClassicClient } from '../../classic/client.js';
import type { Command } from '../../command/command.js';
import { entriesOf } from '../../command/manifest.js';
import type { Option, Options } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { applets, defaultApplet, flat, isApplet, loadApplet, loadCommand, ownApplet } from '../applets.js';
import { builtIn } from '../built-in-verbs.js';
import { globalOptions } from '../globals.js';
import { longName } from '../grammar.js';
import { findRoute, type Route } from '../route.js';
import { selectionOptions } from '../selection-options.js';
import { isFile, type Thing, thingOf } from './things.js';
import { isSecret, optionOf, readTyped, spellingsOf } from './typed-line.js';

export interface Candidate {
  readonly word: string;
  readonly meaning: string;
}

export interface Completion {
  readonly candidates: readonly Candidate[];
  /** Things whose names may stand there, too. */
  readonly names?: Thing;
  /** Several names may stand there, with commas between them. */
  readonly isSeveral: boolean;
  /** The path of a file may stand there. */
  readonly isFile: boolean;
  /** What the word begins with that is not completed: `--os-cloud=`. */
  readonly lead: string;
  /** What has been typed of the rest. */
  readonly typed: string;
  readonly client: ClassicClient;
  /** The values of the options of all commands that were typed, by their keys. */
  readonly globals: ReadonlyMap<string, string>;
  /** What nobody is to see is among the words. */
  readonly hasSecret: boolean;
}

/**
 * @param program the name behind which the words were typed: `stackline`, `nova`
 * @param words what was typed, the word to be completed last; it may be empty
 */
export async function completionOf(program: string, words: readonly string[]): Promise<Completion> {
  const typed = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const route = await routeOf(program, before);
  const command = route?.entry === undefined ? undefined : await loadCommand(route.applet, route.entry.name);
  const { client } = route ?? (await loadApplet(isApplet(program) ? program : defaultApplet));
  const globals: Options = globalOptions(client.globals);
  const options: Options = { ...globals, ...selectionOptions(command?.options ?? {}), ...command?.options };
  const spellings = spellingsOf(options);
  const line = readTyped(command === undefined ? before : (route?.words ?? []), spellings);
  const all = {
    client,
    globals: new Map([...line.values].filter(([key]) => Object.hasOwn(globals, key))),
    hasSecret: line.hasSecret,
  };
  const of = (found: Partial<Completion>): Completion => ({
    candidates: [],
    isSeveral: false,
    isFile: false,
    lead: '',
    typed,
    ...all,
    ...found,
  });
  const equals = typed.startsWith('--') && !line.isPlain ? typed.indexOf('=') : -1;
  const valued = equals > 0 ? optionOf(typed.slice(0, equals), spellings) : line.pending;
  if (valued !== undefined) {
    const lead = equals > 0 ? typed.slice(0, equals + 1) : '';
    const { key, option } = valued;
    // What nobody is to see is not offered either.
    return of({ ...(isSecret(key, option) ? {} : wantedOf(option)), lead, typed: typed.slice(lead.length) });
  }
  if (typed.startsWith('-') && !line.isPlain) return of({ candidates: optionsOf(options, command) });
  if (command === undefined) return of({ candidates: await verbsOf(program, line.plain) });
  const args = Object.values(command.arguments);
  const next = args[line.plain.length] ?? (args.at(-1)?.variadic ? args.at(-1) : undefined);
  return of(next === undefined || next.secret ? {} : wantedOf(next));
}

/** The command that was typed; undefined as long as there is none. */
async function routeOf(program: string, before: readonly string[]): Promise<Route | undefined> {
  const lines = [before, ...(before.at(-1)?.startsWith('-') ? [before.slice(0, -1)] : [])];
  for (const line of lines) {
    try {
      return await findRoute(program, line);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
  }
  return undefined;
}

function wantedOf({
  choices,
  placeholder,
  long,
}: Pick<Option, 'choices' | 'placeholder' | 'long'>): Partial<Completion> {
  if (choices !== undefined) return { candidates: choices.map((word) => ({ word, meaning: '' })) };
  const what = long === 'os-cloud' ? 'cloud' : (placeholder ?? '');
  const names = thingOf(what);
  if (names !== undefined) return { names, isSeveral: long === 'os-cloud' };
  return { isFile: isFile(what) };
}

function optionsOf(options: Options, command: Command | undefined): readonly Candidate[] {
  return Object.entries(options).flatMap(([key, option]) => {
    const { hidden, kind, shows, help } = option;
    const isIdle = command !== undefined && shows?.every((one) => one !== command.shows);
    return hidden || kind === 'unknown' || isIdle ? [] : [{ word: `--${longName(key, option)}`, meaning: help }];
  });
}

/** The words that may follow what was typed, which is no command yet. */
async function verbsOf(program: string, plain: readonly string[]): Promise<readonly Candidate[]> {
  const [first, ...others] = plain;
  const isOwn = !isApplet(program);
  if (first === 'help') return verbsOf(program, others);
  if (first !== undefined && isOwn && isApplet(first)) return verbsOf(first, others);
  const manifests = isOwn ? [ownApplet, defaultApplet] : [program];
  const rows = (await Promise.all(manifests.map(async (name) => rowsOf((await loadApplet(name)).commands)))).flat();
  const followed = first === undefined ? '' : `${first} `;
  const here = rows
    .filter(({ word }) => word.startsWith(followed))
    .map(({ word, meaning }) => ({ word: word.slice(followed.length).split(' ', 1)[0] ?? '', meaning }));
  if (first !== undefined) return others.length > 0 ? [] : distinct(here);
  const flatRows = isOwn
    ? await Promise.all(
        [...new Set(Object.values(flat))].map(async (name) =>
          rowsOf((await loadApplet(name)).commands).filter(({ word }) => flat[word] === name),
        ),
      )
    : [];
  const clients = isOwn
    ? await Promise.all(Object.keys(applets).map(async (word) => ({ word, meaning: (await loadApplet(word)).summary })))
    : [];
  const help = { word: 'help', meaning: builtIn.help ?? '' };
  return distinct([...flatRows.flat(), ...here, ...clients, help]);
}

const rowsOf = (manifest: string): readonly Candidate[] =>
  entriesOf(manifest).flatMap(({ name, summary, hidden }) => (hidden ? [] : [{ word: name, meaning: summary }]));

/** What comes first counts: it is what the word means when it is typed so. */
const distinct = (rows: readonly Candidate[]): readonly Candidate[] => [
  ...new Map([...rows].reverse().map((row) => [row.word, row])).values(),
];
