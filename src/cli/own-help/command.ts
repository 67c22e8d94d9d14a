import type { Command } from '../../command/command.js';
import type { Examples } from '../../command/examples.js';
import type { Argument, Options } from '../../command/options.js';
import { usage } from '../usage.js';
import { examplesOf } from './examples.js';
import { columnOf, fold, hanging, type Rows, section } from './layout.js';
import { optionRows, withChoices } from './option-rows.js';

/** A command, and what is typed before its name. */
export interface ShownCommand {
  /** `stackline`, or `stackline nova`. */
  readonly program: string;
  /** What its client's examples name. */
  readonly examples: Examples;
  readonly name: string;
  readonly summary: string;
  readonly command: Command;
  /** Options that other commands take, too, by the titles of their groups. */
  readonly shared: readonly (readonly [title: string, Options])[];
  /** Are those all that there are? */
  readonly isWhole: boolean;
  /** Is there a preview of what would be sent? */
  readonly hasCurl: boolean;
}

/** All about one command, as `stackline help list` says it: purpose, usage, two examples, and its options in groups. */
export function commandScreen(shown: ShownCommand, width: number): string {
  const { program, examples, name, summary, command, shared, isWhole, hasCurl } = shown;
  const line = `${program} ${name}`;
  const sections: readonly (readonly [string, Rows])[] = [
    ['Arguments', Object.values(command.arguments).flatMap(argumentRow)],
    ...ownSections(command.options),
    ...shared.map(([title, options]) => [title, optionRows(options, command.shows)] as const),
  ];
  const column = columnOf(
    sections.flatMap(([, rows]) => rows),
    width,
  );
  const pointer = isWhole
    ? []
    : ['', ...fold(`${program.split(' ', 1)[0]} help options: the options of all commands.`, width)];
  return [
    ...fold(summary, width),
    '',
    ...usageLines(line, command, width),
    '',
    'Examples',
    ...examplesOf(examples, name, command, hasCurl).map((example) => `  ${program} ${example}`),
    ...sections.flatMap(([title, rows]) => section(title, rows, width, column)),
    ...pointer,
    '',
  ].join('\n');
}

/** The command's own options: those of no group, then each group. */
function ownSections(options: Options): readonly (readonly [string, Rows])[] {
  const parts = new Map<string, Record<string, Options[string]>>([['Options', {}]]);
  for (const key of Object.keys(options)) {
    const option = options[key];
    if (option === undefined) continue;
    const title = option.group === undefined ? 'Options' : capital(option.group);
    const part = parts.get(title) ?? {};
    part[key] = option;
    parts.set(title, part);
  }
  return [...parts].map(([title, part]) => [title, optionRows(part)] as const);
}

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
