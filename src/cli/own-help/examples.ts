import type { Command } from '../../command/command.js';
import type { Option } from '../../command/options.js';
import { word } from '../../lib/shell.js';
import { longName } from '../grammar.js';
import { sampleWord } from './sample-words.js';
import { written } from './written-examples.js';

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
 * @param client whose command it is
 * @param name what it is called, as `flavor-list`
 * @param hasCurl can what would be sent be printed instead?
 */
export function examplesOf(client: string, name: string, command: Command, hasCurl: boolean): readonly string[] {
  const own = written[`${client} ${name}`];
  if (own !== undefined) return own.map((rest) => `${name} ${rest}`.trimEnd());
  const least = [name, ...leastOf(command)].join(' ');
  return [least, `${least} ${more(command, hasCurl)}`];
}

/** Required options and arguments with sample values. */
export function leastOf({ options, arguments: wanted }: Command): readonly string[] {
  return [
    ...Object.entries(options).flatMap(([key, option]) => (option.required ? [withValue(key, option)] : [])),
    ...Object.values(wanted).flatMap(({ placeholder, required, choices }) =>
      required ? [word(sampleWord(placeholder, choices))] : [],
    ),
  ];
}

function more(command: Command, hasCurl: boolean): string {
  const { options, shows } = command;
  const telling = TELLING.find((key) => options[key] !== undefined && !options[key]?.hidden);
  const option = telling === undefined ? undefined : options[telling];
  if (telling !== undefined && option !== undefined) return withValue(telling, option);
  const chosen = BY_VIEW[shows] ?? '--debug';
  return chosen === '--curl' && !hasCurl ? '-f json' : chosen;
}

function withValue(key: string, option: Option): string {
  const flag = `--${longName(key, option)}`;
  if (option.kind === 'flag' || option.kind === 'optional-integer') return flag;
  const number = option.kind === 'integer' ? '10' : undefined;
  return `${flag} ${word(number ?? sampleWord(option.placeholder ?? key, option.choices))}`;
}
