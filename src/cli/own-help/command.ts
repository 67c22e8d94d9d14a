import type { Command } from '../../command/command.js';
import type { Argument, Option, Options } from '../../command/options.js';
import { groups } from '../globals.js';
import { longName } from '../grammar.js';
import { shortSpelling, spelling, usage } from '../usage.js';
import { examplesOf } from './examples.js';
import { columnOf, fold, hanging, type Rows, section } from './layout.js';

/** A command, and what is typed before its name. */
export interface ShownCommand {
  /** `stackline`, or `stackline nova`. */
  readonly program: string;
  /** Whose command it is, as `nova`. */
  readonly client: string;
  readonly name: string;
  readonly summary: string;
  readonly command: Command;
}

/**
 * All about one command, as `stackline help list` says it: purpose, usage, two examples, and its options in groups.
 * @param globals the options that all commands take; those of the output are shown, all of them where `isWhole`
 */
export function commandScreen(shown: ShownCommand, globals: Options, width: number, isWhole: boolean): string {
  const { program, client, name, summary, command } = shown;
  const line = `${program} ${name}`;
  const own = Object.entries(command.options).filter(([, { hidden }]) => !hidden);
  const rowsOf = (wanted: string | undefined): Rows =>
    own.filter(([, { group }]) => group === wanted).map(([key, option]) => [nameOf(key, option), meaningOf(option)]);
  const titles = [...new Set(own.flatMap(([, { group }]) => group ?? []))];
  const shared = Object.entries(groups()).filter(([title]) => isWhole || title === OUTPUT);
  const sections: readonly (readonly [string, Rows])[] = [
    ['Arguments', Object.values(command.arguments).flatMap(argumentRow)],
    ['Options', rowsOf(undefined)],
    ...titles.map((title) => [capital(title), rowsOf(title)] as const),
    ...shared.map(([title, keys]) => [title, sharedRows(keys, globals, command)] as const),
  ];
  const column = columnOf(
    sections.flatMap(([, rows]) => rows),
    width,
  );
  const pointer = isWhole
    ? []
    : ['', ...fold(`${program.replace(/ .*/, '')} help options: the options of all commands.`, width)];
  return [
    ...fold(summary, width),
    '',
    ...usageLines(line, command, width),
    '',
    'Examples',
    ...examplesOf(client, name, command, globals).map((example) => `  ${program} ${example}`),
    ...sections.flatMap(([title, rows]) => section(title, rows, width, column)),
    ...pointer,
    '',
  ].join('\n');
}

/** The options that all commands take: `stackline help options`. */
export function optionsScreen(globals: Options, width: number): string {
  const parts = Object.entries(groups()).map(([title, keys]) => [title, sharedRows(keys, globals)] as const);
  const column = columnOf(
    parts.flatMap(([, rows]) => rows),
    width,
  );
  return [
    'Options that every command takes, before or behind its name.',
    ...parts.flatMap(([title, rows]) => section(title, rows, width, column)),
    '',
  ].join('\n');
}

const OUTPUT = 'Output options';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whole where it fits one line; else its options are one word, but for those that must be there. */
function usageLines(line: string, { options, arguments: args }: Command, width: number): readonly string[] {
  const whole = usage(line, options, args);
  if (!whole.includes('\n') && whole.length <= width) return [whole];
  const required = Object.fromEntries(Object.entries(options).filter(([, option]) => option.required));
  const [start, short] = [`usage: ${line} `, usage(line, required, args).replace(/\s+/g, ' ')];
  return hanging(start, `[options] ${short.slice(start.length)}`, width);
}

function argumentRow({ placeholder, help, hidden, choices }: Argument): Rows {
  return hidden ? [] : [[placeholder, withChoices(help, placeholder, choices)]];
}

function nameOf(key: string, option: Option): string {
  const long = spelling(key, option);
  return option.short === undefined ? long : `${shortSpelling(key, { ...option, kind: 'flag' })}, ${long}`;
}

/** What it means, its choices where its name does not show them, and its other names. */
function meaningOf(option: Option): string {
  const names = (option.aliases ?? []).map((alias) => `--${alias}`).join(', ');
  return withChoices(option.help, option.placeholder, option.choices) + (names === '' ? '' : ` Also ${names}.`);
}

function withChoices(help: string, placeholder: string | undefined, choices: readonly string[] | undefined): string {
  if (choices === undefined || placeholder === undefined || choices.every((one) => help.includes(one))) return help;
  return `${help} One of ${choices.join(', ')}.`;
}

function sharedRows(keys: readonly string[], globals: Options, command?: Command): Rows {
  return keys.flatMap((key): Rows => {
    const option = globals[key];
    if (option === undefined || option.hidden || isIdle(option, command)) return [];
    return [[nameOf(key, { ...option, long: longName(key, option) }), meaningOf(option)]];
  });
}

/** An option of the output that can change nothing about what this command shows. */
const isIdle = ({ shows }: Option, command: Command | undefined): boolean =>
  command !== undefined && shows !== undefined && !shows.some((kind) => kind === command.shows);
