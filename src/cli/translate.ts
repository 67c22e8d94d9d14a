import type { Command, Translation } from '../command/command.js';
import type { Option, Options } from '../command/options.js';
import { definitionOf } from '../core/definitions.js';
import { Failure } from '../core/errors.js';
import { word } from '../lib/shell.js';
import { type Globals, groups, selectionNames } from './globals.js';
import { longName } from './grammar.js';
import { markedPlace, ownNames, PLACE, piecesOf } from './openstack/names.js';

interface Typed {
  /** The command line up to and with the verb. */
  readonly command: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly args: Readonly<Record<string, unknown>>;
  readonly globals: Globals;
  /** The options that all commands take. */
  readonly shared: Options;
}

/** Options of every command, those of settings aside, that openstack has under another name. */
const SHARED: Readonly<Record<string, string>> = { timings: '--timing', format: '-f', column: '-c' };

/** Output options that openstack does not have. */
const UNKNOWN = ['outputFile', 'color'];
/** Formats that it does not have. */
const OWN_FORMATS = ['ndjson', 'markdown', 'html', 'prom'];
/** Options of every command, beside those of the output and of settings, that openstack has. */
const KNOWN = ['debug', 'timings', 'verbose', 'quiet'];
/** Options that change nothing about what openstack would be asked to do: they are left out without a word. */
const MEANINGLESS = ['noCache', 'osCache', 'translate', 'profile', 'staleDuration', 'confirm', 'yes'];

/**
 * The `openstack` command line that does what a classic one does, and a line for each of its options that have no
 * equivalent. Secrets become the variables that hold them.
 * @throws Failure where there is no such command
 */
export function translate(
  command: Command,
  typed: Typed,
): { readonly line: string; readonly missing: readonly string[] } {
  const given = givenOf(command.options, typed);
  const chosen = choose(command.openstack, given);
  if (chosen === undefined) throw new Failure(`openstack has no command for '${typed.command}'.`);
  const { words, used, missing } = fill(chosen, given);
  for (const [key, value] of given) {
    if (used.has(key)) continue;
    const name = Object.hasOwn(ownNames, key) ? ownNames[key] : undefined;
    if (key in typed.args) words.push(...texts(value).map(word));
    else if (name !== undefined) words.push(...option(name, value));
    // Caught options: openstack takes none that it does not know.
    else if (command.options[key]?.kind === 'unknown') missing.push(...namesIn(value as readonly string[]));
    else missing.push(key);
  }
  const [before, after] = sharedWords(typed, missing);
  const name = words.filter((one) => one !== '').join(' ');
  const lost = missing.map(
    (key) => `openstack has no equivalent of --${longOf(key, { ...typed.shared, ...command.options })}.`,
  );
  return { line: ['openstack', ...before, name, ...after].join(' '), missing: lost };
}

/** What was typed, by key: flags that are set, options that differ from what they are when they are left out. */
function givenOf(own: Options, { options, args }: Typed): ReadonlyMap<string, unknown> {
  const typed = Object.entries(options).filter(([key, value]) => isGiven(value, own[key]?.default));
  const words = Object.entries(args).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return new Map([...words, ...typed]);
}

function isGiven(value: unknown, fallback: unknown): boolean {
  return value !== undefined && value !== fallback && value !== false && !(Array.isArray(value) && value.length === 0);
}

/** The options among words that no option takes, without their dashes. */
const namesIn = (caught: readonly string[]): readonly string[] =>
  caught.flatMap((one) => /^--([^=]+)/.exec(one)?.[1] ?? []);

function choose(openstack: Translation, given: ReadonlyMap<string, unknown>): string | undefined {
  if (openstack === false) return undefined;
  const all = typeof openstack === 'string' ? [openstack] : openstack;
  const fits = (words: string): boolean => [...words.matchAll(DECIDES)].every(([, key = '']) => given.has(key));
  return all.find(fits) ?? all.at(-1);
}

/** Places whose keys must be given, so that of several translations this one is meant. */
const DECIDES = /\{(\w+)!?\}/g;

/** Puts values into the words; `command/command.ts` has the forms of places. */
function fill(template: string, given: ReadonlyMap<string, unknown>) {
  const used = new Set<string>();
  const missing: string[] = [];
  const words = piecesOf(template).flatMap((piece) => {
    const place = markedPlace(piece);
    if (place === undefined) {
      const [, alone] = /^\{(\w+)\}$/.exec(piece) ?? [];
      if (alone !== undefined && given.has(alone)) {
        used.add(alone);
        return texts(given.get(alone)).map(word);
      }
      for (const [, one = ''] of piece.matchAll(PLACE)) used.add(one);
      return word(piece.replace(PLACE, (_, one) => String(given.get(one) ?? '')));
    }
    const { key, mark, name } = place;
    used.add(key);
    if (!given.has(key) || mark === '!') return [];
    if (mark === '?') missing.push(key);
    return mark === '?' ? [] : option(name, given.get(key));
  });
  return { words, used, missing };
}

/** An option and its value; a flag alone. `--a|--b`: one for true, the other for false. */
function option(name: string, value: unknown): string[] {
  const [yes = '', no] = name.split('|');
  if (no !== undefined) return [/^(1|t|true|on|y|yes)$/i.test(String(value)) ? yes : no];
  const isFlag = value === true || (value === 1 && name === '--all-projects');
  if (isFlag || name.startsWith('-c ')) return [yes];
  return texts(value).flatMap((text) => [...(yes === '' ? [] : [yes]), word(adapted(yes, text))]);
}

/** openstack's interfaces are `public`, not `publicURL`. */
const adapted = (name: string, text: string): string => (name.endsWith('interface') ? text.replace(/URL$/, '') : text);

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [String(value)]);

/** The options that all commands take: those of the login before the verb, those of the output behind it. */
function sharedWords({ shared, globals }: Typed, missing: string[]): readonly [string[], string[]] {
  const before: string[] = [];
  const after: string[] = [];
  const { 'Output options': output = [] } = groups();
  const ours = [...UNKNOWN, ...selectionNames] as readonly string[];
  const known = [...output, ...KNOWN].filter((key) => !ours.includes(key));
  for (const [key, { default: fallback }] of Object.entries(shared)) {
    const value = globals[key as keyof Globals] as unknown;
    if (!isGiven(value, fallback) || MEANINGLESS.includes(key)) continue;
    const setting = definitionOf(key);
    const name = setting?.names.openstack ?? SHARED[key] ?? `--${longOf(key, shared)}`;
    if (
      name === false ||
      (key === 'format' && OWN_FORMATS.includes(String(value))) ||
      (setting === undefined && !known.includes(key))
    )
      missing.push(key);
    else
      (output.includes(key) ? after : before).push(
        ...(setting?.traits.secret ? asVariable(name) : option(name, value)),
      );
  }
  return [before, after];
}

/** The variable of openstack that says the same as its option. */
const asVariable = (name: string): string[] => [name, `"$${name.slice(2).toUpperCase().replaceAll('-', '_')}"`];

function longOf(key: string, options: Readonly<Record<string, Option>>): string {
  const one = options[key];
  return one === undefined ? key : longName(key, one);
}
