import type { Option, Options } from '../../command/options.js';
import { longName, mayStandAlone } from '../grammar.js';
import { isWithoutEffect } from '../ineffective.js';
import type { Rows } from './layout.js';

/**
 * Options by name, and what each means.
 * @param shows what the command shows: an option of the output that can change nothing about that is left out
 */
export function optionRows(options: Options, shows?: string): Rows {
  const rows: (readonly [string, string])[] = [];
  for (const key of Object.keys(options)) {
    const option = options[key];
    if (option === undefined || option.hidden) continue;
    if (shows !== undefined && (option.shows?.every((kind) => kind !== shows) || isWithoutEffect(key, shows))) continue;
    rows.push([nameOf(key, option), meaningOf(option)]);
  }
  return rows;
}

/** `-f, --format <format>`. */
function nameOf(key: string, option: Option): string {
  const { short, placeholder, choices, kind } = option;
  const flag = short === undefined ? `--${longName(key, option)}` : `-${short}, --${longName(key, option)}`;
  const value = placeholder ?? (choices === undefined ? undefined : `{${choices.join(',')}}`);
  if (kind === 'flag' || value === undefined) return flag;
  if (kind === 'several') return `${flag} [${value} ...]`;
  return mayStandAlone(option) ? `${flag} [${value}]` : `${flag} ${value}`;
}

/** What it means, its choices where its name does not show them, and its other names. */
function meaningOf({ help, placeholder, choices, aliases }: Option): string {
  const meaning = withChoices(help, placeholder, choices);
  return aliases === undefined || aliases.length === 0 ? meaning : `${meaning} Also --${aliases.join(', --')}.`;
}

/** A meaning with the words that may be given, where nothing else names them. */
export function withChoices(
  help: string,
  placeholder: string | undefined,
  choices: readonly string[] | undefined,
): string {
  if (choices === undefined || placeholder === undefined || choices.every((one) => help.includes(one))) return help;
  return `${help} One of ${choices.join(', ')}.`;
}
