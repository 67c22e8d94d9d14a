import type { HelpLayout } from '../classic/client.js';
import type { Command } from '../command/command.js';
import type { Arguments, Option, Options } from '../command/options.js';
import { longName, mayStandAlone } from './grammar.js';

/** How wide argparse takes the terminal to be when nothing says so: 80 columns less 2. */
export const WIDTH = 78;

/**
 * The usage line as argparse writes it: `usage: nova show [--minimal] [--wrap <integer>] <server>`, folded under the
 * first option when it is long.
 *
 * @param before pieces that stand before the command's own options
 */
export function usage(program: string, options: Options, args: Arguments, before: readonly string[] = []): string {
  const start = `usage: ${program} `;
  const optional = [...before, ...words(options)];
  const positional = Object.values(args).flatMap(({ placeholder, required, variadic, hidden }) => {
    if (hidden) return [];
    const word = variadic ? `${placeholder} [${placeholder} ...]` : placeholder;
    return required ? word : `[${word}]`;
  });
  const whole = `${start}${[...optional, ...positional].join(' ')}`.trimEnd();
  if (whole.length <= WIDTH) return whole;
  const indent = ' '.repeat(start.length);
  return [...fold(optional, start, indent), ...fold(positional, optional.length > 0 ? indent : start, indent)].join(
    '\n',
  );
}

/** What a client's framework puts into the usage lines of a command that shows this. */
export async function frameworkUsage(
  { formatters }: HelpLayout,
  shows: Command['shows'],
): Promise<readonly string[] | undefined> {
  if (formatters === undefined || !(shows === 'list' || shows === 'show' || shows === 'text')) return undefined;
  return (await formatters()).default[shows].usage;
}

/** Each option in its brackets; those that exclude one another share them. A required one may be folded before its value. */
function words(options: Options): string[] {
  const all: string[] = [];
  let last: string | undefined;
  for (const [key, option] of Object.entries(options)) {
    if (option.hidden) continue;
    const word = option.short === undefined ? spelling(key, option) : shortSpelling(key, option);
    const before = all.at(-1);
    if (last !== undefined && before !== undefined && option.conflicts?.includes(last)) {
      all[all.length - 1] = `${before.slice(0, -1)} | ${word}]`;
    } else all.push(...(option.required ? word.split(' ') : [`[${word}]`]));
    last = key;
  }
  return all;
}

/** An option by its one letter: `-P SIZE`. */
export const shortSpelling = (key: string, option: Option): string =>
  spelling(key, option).replace(/^--[^ ]+/, `-${option.short}`);

/** An option as usage lines show it: `--all-tenants [<0|1>]`. */
export function spelling(key: string, option: Option): string {
  const flag = `--${longName(key, option)}`;
  const value = option.placeholder ?? (option.choices === undefined ? undefined : `{${option.choices.join(',')}}`);
  if (option.kind === 'flag' || value === undefined) return flag;
  if (option.kind === 'several') return `${flag} [${value} ...]`;
  return mayStandAlone(option) ? `${flag} [${value}]` : `${flag} ${value}`;
}

function fold(parts: readonly string[], start: string, indent: string): string[] {
  if (parts.length === 0) return [];
  const lines: string[] = [];
  let line = start.trimEnd();
  for (const part of parts) {
    if (line.trim() !== '' && line.length + 1 + part.length > WIDTH && line !== start.trimEnd()) {
      lines.push(line);
      line = indent.slice(0, -1);
    }
    line = `${line === '' ? indent.slice(0, -1) : line} ${part}`;
  }
  return [...lines, line];
}
