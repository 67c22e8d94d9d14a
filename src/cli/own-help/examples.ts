import type { Command } from '../../command/command.js';
import type { Examples } from '../../command/examples.js';
import type { Option } from '../../command/options.js';
import { word } from '../../lib/shell.js';
import { longName } from '../grammar.js';
import { sampleWord } from './sample-words.js';

/** Options that say most about a command, in this order: the second example has the first of them that there is. */
const TELLING: readonly string[] = ['allTenants', 'allProjects', 'long', 'detailed', 'status', 'name', 'poll', 'wait'];

/** What else a command can be asked for, by what it shows. */
const BY_VIEW: Readonly<Partial<Record<Command['shows'], string>>> = {
  list: '-f csv',
  show: '-f json',
  outcomes: '--curl',
  sections: '-f json',
};

/**
 * Two command lines that can be typed as they are, without the program: those that were written for the command, else
 * the least that it takes, and the same with something more.
 * @param of those of its client
 * @param name what it is called, as `flavor-list`
 * @param hasCurl can what would be sent be printed instead?
 */
export function examplesOf(
  { words = {}, lines = '' }: Examples,
  name: string,
  command: Command,
  hasCurl: boolean,
): readonly string[] {
  const line = lines.split('\n').find((one) => one.startsWith(`${name}:`));
  const [first, second] = line === undefined ? [] : line.slice(name.length + 1).split(' | ');
  const least = [name, first?.trim() ?? leastOf(command, words).join(' ')].join(' ').trimEnd();
  return [least, second === undefined ? `${least} ${more(command, words, hasCurl)}` : `${name} ${second.trim()}`];
}

/** Required options and arguments with sample values. */
function leastOf({ options, arguments: wanted }: Command, words: Words): readonly string[] {
  return [
    ...Object.entries(options).flatMap(([key, option]) => (option.required ? [withValue(key, option, words)] : [])),
    ...Object.values(wanted).flatMap(({ placeholder, required, choices }) =>
      required ? [word(sampleWord(placeholder, words, choices))] : [],
    ),
  ];
}

type Words = NonNullable<Examples['words']>;

function more(command: Command, words: Words, hasCurl: boolean): string {
  const { options, shows } = command;
  const telling = TELLING.find((key) => options[key] !== undefined && !options[key]?.hidden && !options[key]?.required);
  const option = telling === undefined ? undefined : options[telling];
  if (telling !== undefined && option !== undefined) return withValue(telling, option, words);
  const chosen = BY_VIEW[shows] ?? '--debug';
  return chosen === '--curl' && !hasCurl ? '-f json' : chosen;
}

function withValue(key: string, option: Option, words: Words): string {
  const flag = `--${longName(key, option)}`;
  if (option.kind === 'flag' || option.kind === 'optional-integer') return flag;
  const number = option.kind === 'integer' ? '10' : undefined;
  return `${flag} ${word(number ?? sampleWord(option.placeholder ?? key, words, option.choices))}`;
}
