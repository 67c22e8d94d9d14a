import type { Command } from '../command/command.js';
import type { Option, Options } from '../command/options.js';
import { UsageError } from '../core/errors.js';
import { formatsOfOneTable, type Globals, groups } from './globals.js';
import { argumentName, longName } from './grammar.js';
import type { Parsed } from './parse.js';

const SORTING = ['sortColumn', 'sortAscending', 'sortDescending'];
const TABLE = ['maxWidth', 'fitWidth'];
const FORM = ['format', 'column', ...SORTING, ...TABLE, 'printEmpty', 'quote', 'noindent', 'variablePrefix'];

/**
 * The kinds of views that some output options can change nothing about: what a command of that kind does, and which
 * options they are. Colours have an effect where there are words for states.
 */
const WITHOUT_EFFECT: Partial<Record<Command['shows'], readonly [does: string, options: readonly string[]]>> = {
  list: ['shows a list', ['variablePrefix']],
  show: ['shows one thing', [...SORTING, 'printEmpty']],
  text: ['prints text', FORM],
  bytes: ['gives bytes as they are', FORM],
  tour: ['runs others', FORM],
};

/** What else is for tables alone; commands of the last three kinds refuse it where it is read. */
const TABLES_ONLY = ['wide', 'watch', 'addColumn', 'query', 'raw'];

/** Is an option for other commands than those that show this? Their help leaves it out. */
export function isWithoutEffect(key: string, shows: string): boolean {
  const [, none] = WITHOUT_EFFECT[shows as Command['shows']] ?? [];
  return none !== undefined && (none.includes(key) || (none === FORM && TABLES_ONLY.includes(key)));
}

/**
 * Refuses an option that can change nothing about what a command prints.
 * @param typed what the command line said
 * @param shared the options that all commands take
 * @param format in which it is printed, wherever that comes from
 * @param isStrict is that a mistake which only another format, or sorting, would give an effect?
 * @throws UsageError about the first one, that says why it has no effect
 */
export function refuseIneffective(
  { shows, options }: Pick<Command, 'shows' | 'options'>,
  typed: Pick<Parsed, 'globals' | 'options'>,
  shared: Options,
  format: string,
  isStrict: boolean,
): void {
  const [does, none] = WITHOUT_EFFECT[shows] ?? ['', []];
  const { 'Output options': names = [] } = groups();
  const { format: formatOption } = shared;
  if (
    formatsOfOneTable.includes(format) &&
    shows !== 'show' &&
    shows !== 'list' &&
    formatOption !== undefined &&
    !none.includes('format')
  ) {
    const choices = formatOption.choices?.filter((one) => !formatsOfOneTable.includes(one)).map((one) => `'${one}'`);
    const which = `invalid choice: '${format}' (choose from ${choices?.join(', ')})`;
    throw new UsageError(`argument ${argumentName('format', formatOption)}: ${which}`);
  }
  const isSorted = typed.globals.sortColumn.length > 0;
  for (const key of names) {
    const option = shared[key];
    if (option === undefined || !isGiven(typed.globals[key as keyof Globals], option)) continue;
    if (!isStrict && (shows === 'list' || shows === 'show')) continue;
    if (none.includes(key)) throw refusal(key, option, `on a command that ${does}`);
    if (key !== 'sortColumn' && SORTING.includes(key) && !isSorted) {
      throw refusal(key, option, 'unless --sort-column is given');
    }
    checkFormat(key, option, format);
    const { variablePrefix = '' } = typed.globals;
    if (key === 'variablePrefix' && !/^(?:[A-Za-z_]\w*)?$/.test(variablePrefix)) {
      throw new UsageError(`argument --prefix: no beginning of a shell variable's name: '${variablePrefix}'`);
    }
  }
  for (const [key, option] of Object.entries(options)) {
    if (isGiven(typed.options[key], option)) checkFormat(key, option, format);
  }
}

function checkFormat(key: string, option: Option, format: string): void {
  const { formats } = option;
  if (formats === undefined || formats.includes(format)) return;
  throw refusal(key, option, `on -f ${format}, only on -f ${formats.join(', -f ')}`);
}

const isGiven = (value: unknown, option: Option): boolean =>
  value !== undefined && value !== option.default && !(Array.isArray(value) && value.length === 0);

const refusal = (key: string, option: Option, why: string): UsageError =>
  new UsageError(`argument --${longName(key, option)}: without effect ${why}`);
