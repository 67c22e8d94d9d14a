import type { Command } from '../../command/command.js';
import type { Options } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { isTranslator, loadApplet, loadCommand, ownApplet, translator } from '../applets.js';
import { changeOptions } from '../change-options.js';
import { globalOptions } from '../globals.js';
import { Grammar, longName } from '../grammar.js';
import { selectionOptions } from '../selection-options.js';
import { alsoOf, meant, standsBack } from './also.js';
import { commandWords, formOf } from './form.js';
import { type Match, match } from './match.js';

/** A line in openstack's words, as one of ours. */
export interface Read {
  /** openstack's words for the command: `server list`. */
  readonly words: string;
  /** The program that has our command: `nova`. */
  readonly program: string;
  readonly verb: string;
  /** What would follow the program's name: `list --all-tenants`. */
  readonly argv: readonly string[];
  /** Help is asked for. */
  readonly isHelp: boolean;
}

/**
 * Reads a command line of `openstack` as one of ours: the translations of our commands, backwards.
 * @param argv what follows the name of the program
 * @returns undefined where the words are no command of openstack that we have
 * @throws Failure, with the code of a wrong usage, where an option has no equivalent here or something is missing
 */
export async function readOpenstack(argv: readonly string[]): Promise<Read | undefined> {
  const { client } = await loadApplet(ownApplet);
  const { rest } = new Grammar({}, () => globalOptions(client.globals)).read(argv, () => true);
  const before = argv.slice(0, argv.length - rest.length);
  const [first = '', second = ''] = rest;
  const isHelp = first === 'help';
  // `openstack` may stand before it, as other programs' names do.
  const typed = rest.slice(Number(isHelp) + Number(isTranslator(isHelp ? second : first)));
  const { commands: manifest } = await loadApplet(translator);
  const words = longest(manifest, typed);
  if (words === undefined) return undefined;
  const after = typed.slice(words.split(' ').length);
  const candidates = verbsOf(manifest, words);
  if (isHelp || after.some((word) => word === '--help' || word === '-h')) {
    const [program, verb] = halves(candidates[0]);
    return { words, program, verb, argv: ['help', ...verb.split(' ')], isHelp: true };
  }
  const tried = (await Promise.all(candidates.map((verb) => formsOf(verb, words, after)))).flat();
  const best = closest(words, tried);
  const [program, verb] = halves(best.verb);
  return { words, program, verb, argv: [...before, ...verb.split(' '), ...lineOf(best)], isHelp: false };
}

/** `nova list` as the program and its verb, which has two words in some. */
function halves(whole = ''): readonly [program: string, verb: string] {
  const blank = whole.indexOf(' ');
  return [whole.slice(0, blank), whole.slice(blank + 1)];
}

/** The longest beginning of the line that is a command of openstack. */
function longest(manifest: string, typed: readonly string[]): string | undefined {
  const end = typed.findIndex((word) => !/^[a-z0-9]+$/.test(word));
  for (let count = end < 0 ? typed.length : end; count > 0; count -= 1) {
    const words = typed.slice(0, count).join(' ');
    if (manifest.includes(`\n${words} = `)) return words;
  }
  return undefined;
}

/** The commands that have these words in openstack: `nova list`; the one that is meant first. */
function verbsOf(manifest: string, words: string): readonly string[] {
  const lines = manifest.split('\n').filter((line) => line.startsWith(`${words} = `));
  return lines.map((line) => line.slice(words.length + 3));
}

interface Tried {
  readonly verb: string;
  readonly command: Command;
  readonly found: Match;
}

const fits = ({ unknown, missing, excess }: Match): boolean => unknown.length + missing.length + excess.length === 0;

/**
 * The command that is meant.
 * @throws Failure where none of them fits, or several do
 */
function closest(words: string, tried: readonly Tried[]): Tried {
  const fitting = tried.filter(({ found }) => fits(found));
  if (fitting.length === 0) throw noEquivalent(words, tried);
  const first = fitting.filter(({ verb }) => !standsBack(verb));
  const among = first.length > 0 ? first : fitting;
  const most = Math.max(...among.map(({ found }) => found.closeness));
  const best = among.filter(({ found }) => found.closeness === most);
  const verbs = [...new Set(best.map(({ verb }) => verb))];
  if (best[0] === undefined || (verbs.length > 1 && first.length > 0)) {
    throw new Failure(`'openstack ${words}' is several commands here: ${verbs.join(', ')}.`, {}, 'usage');
  }
  return best[0];
}

/** The command's translations that have these words, compared with what follows them. */
async function formsOf(verb: string, words: string, after: readonly string[]): Promise<readonly Tried[]> {
  const [applet, name] = halves(verb);
  const [{ client }, command] = await Promise.all([loadApplet(applet), loadCommand(applet, name)]);
  const shared: Options = {
    ...globalOptions(client.globals),
    ...selectionOptions(command.options, after),
    ...(command.change === undefined ? {} : changeOptions()),
  };
  const { openstack } = command;
  const all = openstack === false ? [] : typeof openstack === 'string' ? [openstack] : openstack;
  return all
    .filter((one) => commandWords(one) === words)
    .map((one) => {
      const form = formOf(command, one);
      const found = match(command, { words: after, form, also: alsoOf(words), shared });
      const given = new Map(found.given);
      for (const key of form.meant) {
        const value = valueMeant(verb, command, key, found.given);
        if (value !== undefined && !given.has(key)) given.set(key, value);
      }
      return { verb, command, found: { ...found, given } };
    });
}

/** What a key is that openstack's words do not say: a flag is set where another translation is for the command without it. */
function valueMeant(verb: string, { options, openstack }: Command, key: string, given: Match['given']) {
  const value = meant[verb]?.[key];
  if (value === undefined) return options[key]?.kind === 'flag' && Array.isArray(openstack) ? true : undefined;
  const [, other] = /^\{(\w+)\}$/.exec(value) ?? [];
  return other === undefined ? [value] : given.get(other);
}

/** Options and arguments as our command takes them. */
function lineOf({ command, found: { given, shared } }: Tried): readonly string[] {
  const words = Object.entries(command.options).flatMap(([key, option]) => {
    const value = given.get(key);
    if (value === undefined) return [];
    const name = `--${longName(key, option)}`;
    return value === true ? [name] : value.map((one) => `${name}=${one}`);
  });
  const plain = Object.keys(command.arguments).flatMap((key) => {
    const value = given.get(key);
    return value === undefined || value === true ? [] : value;
  });
  const guard = plain.some((word) => word.startsWith('-')) ? ['--'] : [];
  return [...shared, ...words, ...guard, ...plain];
}

/** The sentence about what is typed and not there, or not typed and needed: of the command that is nearest. */
function noEquivalent(words: string, tried: readonly Tried[]): Failure {
  const away = ({ found }: Tried): number => 2 * found.unknown.length + found.missing.length + found.excess.length;
  const least = Math.min(...tried.map(away));
  const near = tried.filter((one) => away(one) === least);
  const [first] = near;
  const { unknown = [], excess = [] } = first?.found ?? {};
  const name = `openstack ${words}`;
  const needed = [...new Set(near.map(({ found }) => found.missing.join(' ')))].join(', or ');
  const sentence =
    unknown.length > 0
      ? `There is no equivalent of ${unknown.join(', ')} of '${name}'.`
      : excess.length > 0
        ? `'${name}' takes no ${excess.map((word) => `'${word}'`).join(', ')}.`
        : `'${name}' is only understood with ${needed}.`;
  const verbs = [...new Set(near.map(({ verb }) => `'stackline help ${verb}'`))];
  return new Failure(sentence, { hint: `See ${verbs.join(', ')}.` }, 'usage');
}
