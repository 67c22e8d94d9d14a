import { findEntry, namesOf } from '../../command/manifest.js';
import { nearestNames } from '../../lib/nearest-names.js';
import { applets, commandsOf, defaultApplet, flat, isApplet, loadApplet, ownApplet } from '../applets.js';
import { ACTIONS, COMMANDS, OPTIONS, THINGS } from './meanings.js';

/** At most so many commands are suggested. */
const MOST = 3;

/**
 * The commands that may be meant by words that are none, the likeliest first. A word whose meaning is known is no slip of
 * the fingers: `stop` is never taken for `show`. Else one wrong letter is a slip; else what pieces of the word mean
 * counts, then the same name in another client, then names that are spelled nearly so.
 * @param client whose commands were looked at, as `cinder`; our own name for all of them
 * @returns command lines behind our own name
 */
export async function commandsMeant(client: string, words: readonly string[]): Promise<readonly string[]> {
  const [word = '', second = ''] = words.map((one) => one.toLowerCase());
  const isOfThing = !Object.hasOwn(ACTIONS, word) && Object.hasOwn(ACTIONS, second);
  // `sever list`: a thing stands before its action.
  const [nearly] = isOfThing && !Object.hasOwn(THINGS, word) ? nearestNames(word, Object.keys(THINGS), 1) : [];
  const isWord = nearly !== undefined || Object.hasOwn(ACTIONS, word) || Object.hasOwn(THINGS, word);
  const around = isWord ? [] : await namesAround(client);
  const slips = word.length < 4 ? [] : nearestNames(word, around, 1);
  if (slips.length > 0) return slips.slice(0, MOST);
  const meaning = meaningOf([nearly ?? word, second.startsWith('-') ? '' : second]);
  const { thing } = meaning;
  // `stack list`: an action on a thing that nobody knows is not one on servers.
  const action = isWord || thing !== undefined ? meaning.action : undefined;
  const ofMeaning = await existing([byMeaning(client, action, thing)]);
  const namesakes =
    ofMeaning.length > 0 ? [] : await existing([word, ...homes(client).map((name) => `${name} ${word}`)]);
  const known = [...ofMeaning, ...namesakes];
  const isKnown = isWord || known.length > 0 || (action !== undefined && thing !== undefined);
  // Nobody knows the thing: another command's name is not meant.
  const isStrange = isOfThing && thing === undefined;
  return unique(isKnown || isStrange ? known : nearestNames(word, around)).slice(0, MOST);
}

/** Which action and which thing words speak of: `vm-list`, `list servers`, `rm`. */
function meaningOf(words: readonly string[]): {
  readonly action?: string | undefined;
  readonly thing?: string | undefined;
} {
  const whole = words.filter((word) => word !== '');
  const parts = [...whole, ...whole.slice(0, 1).flatMap(halves)];
  const look = (table: Readonly<Record<string, string>>): string | undefined => {
    const found = parts.find((part) => Object.hasOwn(table, part));
    return found === undefined ? undefined : table[found];
  };
  const [action, thing] = [look(ACTIONS), look(THINGS)];
  // `get servers` asks for all of them.
  const isOfAll = action === 'show' && parts.some((part) => part.endsWith('s') && Object.hasOwn(THINGS, part));
  return { action: isOfAll ? 'list' : action, thing };
}

/** `server-group-list` at each of its hyphens. */
function halves(word: string): readonly string[] {
  const parts = word.split('-');
  return parts.slice(1).flatMap((_, at) => [parts.slice(0, at + 1).join('-'), parts.slice(at + 1).join('-')]);
}

function byMeaning(client: string, action: string | undefined, thing: string | undefined): string {
  if (action === undefined && thing === undefined) return '';
  const commands = COMMANDS[thing ?? THING_OF[client] ?? 'server'] ?? {};
  if (action !== undefined)
    return commands[action] ?? (thing === undefined ? COMMANDS.server?.[action] : undefined) ?? '';
  return Object.values(commands)[0] ?? '';
}

/** What a client's commands are about where they do not say it. */
const THING_OF: Readonly<Record<string, string>> = {
  cinder: 'volume',
  glance: 'image',
  neutron: 'network',
  keystone: 'user',
  swift: 'container',
  hyperv: 'hyperv-machine',
};

/** Clients in whose commands a name is looked for, that of the word itself first. */
function homes(client: string): readonly string[] {
  const all = [...new Set(Object.keys(applets).map(commandsOf))];
  return [...all.filter((name) => name === client), ...all.filter((name) => name !== client)];
}

/** What may be a slip for a word in this place. */
async function namesAround(client: string): Promise<readonly string[]> {
  const { commands, multiCall } = await loadApplet(client);
  if (!multiCall) return namesOf(commands).map((name) => `${client} ${name}`);
  const verbs = namesOf((await loadApplet(defaultApplet)).commands);
  return [
    ...namesOf(commands).filter((name) => !name.includes(' ')),
    ...verbs,
    ...Object.keys(flat),
    ...Object.keys(applets),
  ];
}

/** Those of the command lines that there are, as short as they can be typed. */
async function existing(lines: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    lines.map(async (line) => {
      const [first = '', ...rest] = line.split(' ');
      if (isApplet(first) && rest.length === 0) return [line];
      if (isApplet(first)) {
        const { commands } = await loadApplet(first);
        if (findEntry(commands, rest.join(' ')) === undefined) return [];
        const isFlat = first === defaultApplet && !Object.hasOwn(flat, rest[0] ?? '');
        return [isFlat && (await isOwn(rest.join(' '))) === false ? rest.join(' ') : line];
      }
      const owner = Object.hasOwn(flat, first) ? (flat[first] ?? '') : defaultApplet;
      const there = (await isOwn(line)) || findEntry((await loadApplet(owner)).commands, line) !== undefined;
      return there ? [line] : [];
    }),
  );
  return found.flat();
}

const isOwn = async (line: string): Promise<boolean> =>
  findEntry((await loadApplet(ownApplet)).commands, line) !== undefined;

const unique = (lines: readonly string[]): readonly string[] => [...new Set(lines)];

/**
 * The option that may be meant by a word that is none.
 * @param following the word behind it, as `json` of `-o json`
 * @param known all options that the command takes, with their dashes
 */
export function optionMeant(word: string, following: string | undefined, known: readonly string[]): string | undefined {
  const [name = '', value] = word.split(/=(.*)/s);
  const typed = name.startsWith('--') ? name.replaceAll('_', '-') : name;
  const meanings = Object.hasOwn(OPTIONS, typed) ? (OPTIONS[typed] ?? []) : [];
  const meant = meanings.find((one) => known.includes(one.replace(/ .*/s, '')));
  if (meant === undefined) return typed.startsWith('--') ? nearestNames(typed, known)[0] : undefined;
  const given = value ?? following;
  const takesFormat = meant === '--format' && given !== undefined && /^[a-z]+$/.test(given);
  return (takesFormat ? `${meant} ${given}` : meant).replace(/^--format\b/, '-f').replace(/^--column\b/, '-c');
}
