import type { Applet } from '../command/applet.js';
import type { Command } from '../command/define.js';
import type { Options } from '../command/options.js';
import { groups } from './globals.js';
import { longName } from './grammar.js';
import { spelling, usage } from './usage.js';

/** All that a program can do, from its manifest: no command is loaded. */
export function programHelp(program: string, applet: Applet, more: readonly string[] = []): string {
  const commands = Object.entries(applet.commands).filter(([, entry]) => !entry.hidden);
  return lines(
    `usage: ${program} [options] <subcommand> ...`,
    '',
    applet.summary,
    '',
    'Subcommands:',
    ...columns(commands.map(([name, entry]) => [name, entry.summary])),
    ...more,
    '',
    `See '${program} help COMMAND' for one of them, and for the options that all of them take.`,
  );
}

/** One command: its usage, arguments, options, then the options that all commands take. */
export function commandHelp(program: string, summary: string, command: Command, globals: Options): string {
  const args = Object.values(command.arguments);
  const own = Object.entries(command.options).filter(([, option]) => !option.hidden);
  return lines(
    usage(program, command.options, command.arguments),
    '',
    summary,
    ...(args.length > 0
      ? ['', 'Positional arguments:', ...columns(args.map(({ placeholder, help }) => [placeholder, help]))]
      : []),
    ...(own.length > 0
      ? ['', 'Optional arguments:', ...columns(own.map(([key, option]) => [spelling(key, option), option.help]))]
      : []),
    ...Object.entries(groups).flatMap(([title, keys]) => ['', `${title}:`, ...columns(shared(keys, globals))]),
  );
}

function shared(keys: readonly string[], globals: Options): [string, string][] {
  return keys.flatMap((key): [string, string][] => {
    const option = globals[key];
    if (option === undefined || option.hidden) return [];
    const short = option.short === undefined ? '' : `-${option.short}, `;
    const others = (option.aliases ?? []).map((alias) => `--${alias}`).join(', ');
    const also = others === '' || longName(key, option) === others ? '' : ` Also ${others}.`;
    return [[`${short}${spelling(key, option)}`, `${option.help}${also}`]];
  });
}

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

/** Names on the left, what they mean on the right, folded at 80 columns; a long name gets a line of its own. */
function columns(rows: readonly (readonly [string, string])[]): string[] {
  const indent = 26;
  return rows.flatMap(([name, meaning]) => {
    const [first = '', ...rest] = wrap(meaning, 80 - indent - 1);
    const head = `  ${name}`;
    const start = head.length < indent - 1 ? [head.padEnd(indent) + first] : [head, ' '.repeat(indent) + first];
    return [...start, ...rest.map((line) => ' '.repeat(indent) + line)];
  });
}

function wrap(text: string, width: number): string[] {
  const all: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = all.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) all[all.length - 1] = `${last} ${word}`;
    else all.push(word);
  }
  return all;
}
