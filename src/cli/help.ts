import type { FormatterHelp, HelpLayout } from '../classic/client.js';
import type { Command } from '../command/command.js';
import type { Option, Options } from '../command/options.js';
import { wrap } from '../lib/python/textwrap.js';
import { builtIn } from './built-in-verbs.js';
import { groups } from './globals.js';
import { longName } from './grammar.js';
import { shortSpelling, spelling, usage, WIDTH } from './usage.js';

/** A title, and what stands below it: a name and what it means. */
type Section = readonly [title: string, rows: readonly (readonly [name: string, meaning: string])[]];

/** What the help of a program tells: its commands are rows, each a name and what it means. */
interface ProgramHelp {
  readonly summary: string;
  readonly rows: Section[1];
  readonly replacements?: Readonly<Record<string, string>>;
}

/** All that a program can do, from its manifest: no command is loaded. */
export function programHelp(
  program: string,
  { summary, rows, replacements }: ProgramHelp,
  globals: Options,
  { commandsTitle }: HelpLayout,
): string {
  const all = [...rows, ...Object.entries(builtIn)];
  const elsewhere = Object.entries(replacements ?? {});
  const isBelow = commandsTitle !== undefined;
  return [
    `usage: ${program} [options] <subcommand> ...`,
    ...summary.split('\n\n').flatMap((part) => ['', ...fold(part, WIDTH)]),
    ...(isBelow ? [] : ['', 'Positional arguments:', '  <subcommand>', ...table(all, 4, 32)]),
    ...sections(elsewhere.length > 0 ? [['Done elsewhere', elsewhere]] : []),
    // argparse's heading until Python 3.10: what parses the list of commands looks for its end there.
    ...sections([['Optional arguments', [HELP, VERSION]], ...globalSections(globals)]),
    ...(isBelow ? ['', `${commandsTitle}:`, ...table(all, 2, 37)] : []),
    '',
    `See "${program} help COMMAND" for help on a specific command.`,
    '',
  ].join('\n');
}

/**
 * One command as the classic programs print it: argparse's layout at 80 columns.
 * @param globals the options that all commands take, shown below where they are given
 */
export function commandHelp(
  program: string,
  layout: HelpLayout,
  { summary, command }: { readonly summary: string; readonly command: Command },
  globals?: Options,
  formatters?: FormatterHelp,
): string {
  if (command.wholeHelp !== undefined) return `${command.wholeHelp}\n`;
  const positional = Object.values(command.arguments).flatMap(({ placeholder, help, hidden }) =>
    hidden ? [] : [[placeholder, help] as const],
  );
  const shown = Object.entries(command.options).filter(([, option]) => !option.hidden);
  const framework = frameworkOf(formatters, command);
  const rowsOf = (wanted: string | undefined) =>
    shown
      .filter(([, { group }]) => group === wanted)
      .map(([key, option]) => [names(layout, key, option), option.help] as const);
  const optional = [...(framework === undefined ? [] : [HELP]), ...rowsOf(undefined)];
  const groupTitles = [...new Set(shown.flatMap(([, { group }]) => group ?? []))];
  const titles = layout.sections;
  const own: Section[] =
    titles.arguments === titles.options
      ? [[titles.options, [...optional, ...positional]]]
      : [
          [titles.arguments, positional],
          [titles.options, optional],
        ];
  return [
    usage(program, command.options, command.arguments, framework?.usage),
    '',
    ...fold(summary, WIDTH),
    ...sections(own, layout.column),
    ...(framework === undefined || framework.sections === '' ? [] : [framework.sections.slice(0, -1)]),
    ...sections(
      groupTitles.map((title): Section => [title, rowsOf(title)]),
      layout.column,
    ),
    ...sections(globals === undefined ? [] : globalSections(globals)),
    '',
  ].join('\n');
}

const VERSION = ['--version', "show program's version number and exit"] as const;
const HELP = ['-h, --help', 'show this help message and exit'] as const;

/** What a framework adds to a command, by what it shows. */
const frameworkOf = (
  formatters: FormatterHelp | undefined,
  { shows }: Pick<Command, 'shows'>,
): FormatterHelp['list'] | undefined =>
  shows === 'list' || shows === 'show' || shows === 'text' ? formatters?.[shows] : undefined;

/** An option by its name, and by its other names where the layout has them. */
function names({ showsAliases }: HelpLayout, key: string, option: Option): string {
  const long = spelling(key, option);
  const first = option.short === undefined ? long : `${shortSpelling(key, option)}, ${long}`;
  const others = showsAliases ? (option.aliases ?? []) : [];
  return [first, ...others.map((alias) => first.replace(/^--[^ ]+/, `--${alias}`))].join(', ');
}

function globalSections(globals: Options): readonly Section[] {
  return Object.entries(groups()).map(([title, keys]) => [title, shared(keys, globals)]);
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

/** Sections that have rows, in columns that fit all of them; the second one begins at `most` or before. */
function sections(all: readonly Section[], most = 32): string[] {
  const filled = all.filter(([, rows]) => rows.length > 0);
  const longest = Math.max(0, ...filled.flatMap(([, rows]) => rows.map(([name]) => name.length)));
  return filled.flatMap(([title, rows]) => ['', `${title}:`, ...table(rows, 2, Math.min(longest + 4, most))]);
}

/** Names on the left, what they mean from a column on; a name that is too long for that gets a line of its own. */
function table(rows: Section[1], indent: number, column: number): string[] {
  return rows.flatMap(([name, meaning]) => {
    const [first = '', ...rest] = fold(meaning, WIDTH - column);
    const head = ' '.repeat(indent) + name;
    const start = head.length + 2 <= column ? [head.padEnd(column) + first] : [head, ' '.repeat(column) + first];
    return [...start, ...rest.map((line) => ' '.repeat(column) + line)];
  });
}

/** As argparse folds help: whatever blanks and ends of lines are in it become one blank. */
const fold = (text: string, width: number): readonly string[] => wrap(text.replace(/\s+/g, ' ').trim(), width);
