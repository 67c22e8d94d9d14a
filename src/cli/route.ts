import type { ClassicClient } from '../classic/client.js';
import type { Applet, ContextName } from '../command/applet.js';
import { type Entry, findEntry, isFirstWord } from '../command/manifest.js';
import { defaultApplet, flat, isApplet, isProgram, loadApplet, ownApplet } from './applets.js';
import { globalOptions } from './globals.js';
import { Grammar } from './grammar.js';

type Env = Readonly<Record<string, string | undefined>>;

/** Where a command line leads. */
export interface Route {
  /** `nova`, `keystone`, … or `stackline` for our own commands. */
  readonly applet: string;
  readonly client: ClassicClient;
  /** The command line up to the verb, as it was typed: `stackline nova`, `nova`. For usage lines. */
  readonly program: string;
  readonly verb?: string;
  /** The verb as it was typed, where that is only the beginning of it. */
  readonly typed?: string;
  readonly entry?: Entry;
  /** A word that is no verb of ours, where there is help all the same. */
  readonly unknownVerb?: string;
  /** The type of the applet's own service. */
  readonly service: string;
  readonly context: ContextName;
  readonly versions?: Applet['versions'];
  /** What is left for the verb's own parser: global options that stood before it, then all that follows it. */
  readonly words: readonly string[];
}

/**
 * Finds the command that a command line means, loading one manifest and no command.
 * @param program the name by which we were called, without directories: `stackline`, or a link named `nova`
 * @param env where some programs look for the version of their API
 * @throws Failure for a verb that nobody knows, with the nearest one as a hint
 */
export async function findRoute(program: string, argv: readonly string[], env: Env = {}): Promise<Route> {
  const called = isApplet(program) ? program : undefined;
  const first = await split(called ?? defaultApplet, argv, called === undefined);
  if (called !== undefined) return find(await inVersion(called, first, env), called, first);
  const { word } = first;
  if (word !== undefined && isProgram(word)) {
    const second = await split(word, first.rest, true);
    const whole = {
      ...second,
      before: [...first.before, ...second.before],
      options: [...first.options, ...second.options],
    };
    return find(await inVersion(word, whole, env), `${program} ${word}`, whole);
  }
  if (word === undefined) return find(ownApplet, program, first, true);
  const flatApplet = Object.hasOwn(flat, word) ? flat[word] : undefined;
  if (flatApplet !== undefined) return find(flatApplet, program, await split(flatApplet, argv, true), true);
  if (word === 'help') return find(ownApplet, program, first, true);
  const ours = await loadApplet(ownApplet);
  return find(isFirstWord(ours.commands, word) ? ownApplet : defaultApplet, program, first, true);
}

interface Split {
  /** Options before the first plain word, as typed, and in the grammar's form. */
  readonly before: readonly string[];
  readonly options: readonly string[];
  readonly word?: string;
  readonly rest: readonly string[];
}

/** Options of only some commands whose value is the next word, and which may stand before the command, too. */
const TAKES_NEXT = /^(?:-C|--(?:where|add-column|max-items|limit|query|log))$/;

/**
 * Cuts the command line at its first plain word; only the options tell which words are values.
 * @param isOurs no classic client's name calls us, whose options before the command are those of all commands
 */
async function split(applet: string, argv: readonly string[], isOurs: boolean): Promise<Split> {
  const { client } = await loadApplet(applet);
  const begins = isOurs && argv[0]?.startsWith('-') === true && argv.some((word) => TAKES_NEXT.test(word));
  const more = begins ? { ...(await import('./selection-options.js')).selectionOptions({}), ...(await changes()) } : {};
  const { options, rest } = new Grammar(more, () => globalOptions(client.globals)).read(argv, () => true);
  const before = argv.slice(0, argv.length - rest.length);
  const [word, ...after] = rest;
  return word === undefined ? { before, options, rest: [] } : { before, options, word, rest: after };
}

const changes = async () => (await import('./change-options.js')).changeOptions();

/** The program that has the commands of the version of its API that is asked for. */
async function inVersion(name: string, { options, rest }: Split, env: Env): Promise<string> {
  const applet = await loadApplet(name);
  if (applet.versions === undefined) return name;
  return (await import('./in-version.js')).programInVersion(applet, name, options, rest, env);
}

/** @param isFlat no program's name stands before the verb: it could be one of several programs */
async function find(name: string, program: string, { before, word, rest }: Split, isFlat = false): Promise<Route> {
  const applet = await loadApplet(name);
  const { client, service = client.service, context = 'cloud' } = applet;
  const { versions } = applet;
  const from = { applet: name, client, program, service, context, ...(versions && { versions }) };
  if (word === undefined) return { ...from, words: before };
  const builtIn = word === 'bash_completion' ? 'bash-completion' : word;
  if (builtIn === 'help' || builtIn === 'bash-completion' || builtIn === 'complete-word') {
    return { ...from, verb: builtIn, words: [...before, ...rest] };
  }
  const found = lookUpWords(applet, [word, ...rest]);
  if (found !== undefined) {
    const { entry, words } = found;
    return { ...from, verb: entry.name, entry, words: [...before, ...rest.slice(words - 1)] };
  }
  const classic =
    client.missing === undefined ? undefined : await (await import('./missing-command.js')).lookUpMissing(applet, word);
  if (classic?.meant !== undefined) {
    return { ...from, verb: classic.meant.name, typed: word, entry: classic.meant, words: [...before, ...rest] };
  }
  const isAskedForHelp = [...before, ...rest].some((one) => one === '--help' || one === '-h');
  if (classic?.missing === undefined && isAskedForHelp && client.errors.helpWins && !isFlat) {
    return { ...from, words: [], unknownVerb: word };
  }
  const hasActions = applet.replacements !== undefined || isFirstWord(applet.commands, word);
  throw (
    (hasActions ? (await import('./actions.js')).noSuchAction(applet, program, word, rest[0]) : undefined) ??
    classic?.missing ??
    (await (
      await import('./unknown-verb.js')
    ).unknownVerb(applet, name, program, { before, words: [word, ...rest] }, isFlat))
  );
}

/** The command that a line begins with, and how many words it takes: the *-manage programs have verbs of two. */
export function lookUpWords(applet: Applet, [first = '', second]: readonly string[]) {
  const isVerb = second !== undefined && !second.startsWith('-');
  const both = isVerb ? findEntry(applet.commands, `${first} ${second}`) : undefined;
  if (both !== undefined) return { entry: both, words: 2 };
  const entry = findEntry(applet.commands, first);
  return entry === undefined ? undefined : { entry, words: 1 };
}
