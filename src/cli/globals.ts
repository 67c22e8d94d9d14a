import {
  choice,
  flag,
  integer,
  many,
  type Option,
  type Options,
  optionalText,
  switchByNumber,
  text,
  type Values,
} from '../command/options.js';
import type { SettingOption } from '../core/definition.js';
import { definitions, type GlobalOverrides, type SettingName, type SettingTable } from '../core/definitions.js';
import type { ChangeValues } from './change-options.js';
import type { SelectionValues } from './selection-options.js';

/** The settings that an option of every command says, and what kind of value its option has. */
type LoginOptions = {
  readonly [K in SettingName as SettingTable[K] extends { readonly option: SettingOption } ? K : never]: Option<
    SettingTable[K] extends { readonly option: { readonly kind: 'flag' } } ? boolean : string | undefined
  >;
};

/** Who, where and how: the options of `core/definitions.ts`. */
function loginOptions(): LoginOptions {
  const options: Record<string, Option> = Object.create(null);
  for (const name of Object.keys(definitions) as SettingName[]) {
    const { option } = definitions[name];
    if (option !== undefined) options[name] = option;
  }
  return options as unknown as LoginOptions;
}

const run = () =>
  ({
    osCloud: text('<name>', 'A cloud of clouds.yaml, instead of what the environment says; a,b,c are asked at once.', {
      long: 'os-cloud',
    }),
    allClouds: flag('Ask all clouds of clouds.yaml at once.', { conflicts: ['osCloud'] }),
    allRegions: flag('Ask all regions of the catalogue at once.', { conflicts: ['region'] }),
    osPasswordFile: text('<file>', "File that holds the user's password.", {
      long: 'os-password-file',
      conflicts: ['password'],
    }),
    osPasswordStdin: flag("The first line of the standard input is the user's password.", {
      long: 'os-password-stdin',
      conflicts: ['osPasswordFile', 'password'],
    }),
    noCache: flag('Neither read nor keep tokens: log in for this command.', { aliases: ['no-caching'] }),
    osCache: flag('Accepted; tokens are kept unless --no-cache says otherwise.', { hidden: true }),
    debug: flag('Show each HTTP exchange on stderr, in curl form, without secrets.'),
    curl: flag('Print the curl lines that would do it, and send only what is needed to know them.'),
    translate: flag('Print what the command is called in openstack, and do nothing else.'),
    timings: flag('Show how long each request took, on stderr.', { aliases: ['timing', 'collect-timing'] }),
    verbose: flag('Say what was decided on the way, on stderr.', { short: 'v' }),
    quiet: flag('Only errors on stderr.', { short: 'q' }),
    retries: integer('<n>', 'Retries of GET and HEAD on connection errors and 429, 502, 503, 504 (default 2).'),
    deadline: text('<seconds>', 'Give the whole command up after this time.'),
    onlyProblems: flag(
      'Print nothing, unless the command fails or has something to say; doctor and services: the problems only.',
    ),
    lock: optionalText(
      '<name>',
      'Do nothing, with exit code 7, while another run with this name (or command line) lasts.',
      {
        const: '',
        requiresEquals: true,
      },
    ),
    splay: text('<seconds>', 'Begin after a random part of this time; at once on a terminal.'),
    record: text('<dir>', 'Keep each HTTP exchange in this directory, without secrets, to be replayed.'),
    replay: text('<dir>', 'Answer from what was kept with --record: no network, no login.', {
      conflicts: ['record', 'sandbox'],
    }),
    sandbox: flag('Use the embedded cloud: no account, no settings, no network.'),
    help: flag('Show help.', { short: 'h' }),
    version: flag('Show the version.'),
    profile: text('<key>', 'Accepted for compatibility.', { hidden: true }),
  }) as const satisfies Options;

const formats = ['table', 'json', 'yaml', 'csv', 'value', 'ndjson', 'shell', 'markdown', 'html', 'prom'] as const;

const output = () =>
  ({
    format: choice(formats, 'table, json, yaml, csv, value, ndjson, shell, markdown, html, prom.', {
      short: 'f',
      placeholder: '<format>',
    }),
    outputFile: text('<file>', 'Print to this file; it is replaced once all of it is there.', {
      long: 'output',
      short: 'o',
    }),
    column: many('<column>', 'Only this column (repeatable).', { short: 'c', aliases: ['columns'] }),
    sortColumn: many('<column>', 'Sort by this column (repeatable).', { shows: ['list'] }),
    sortAscending: flag('Sort upwards.', { conflicts: ['sortDescending'], shows: ['list'] }),
    sortDescending: flag('Sort downwards.', { shows: ['list'] }),
    maxWidth: integer('<columns>', 'Fold the widest columns of tables, so that they are no wider than this.', {
      formats: ['table'],
    }),
    fitWidth: switchByNumber('Fold the widest columns of tables, so that they fit the terminal.', {
      formats: ['table'],
    }),
    wide: flag('On a terminal: all columns of a table, however wide they are.', { formats: ['table'] }),
    noPager: flag('On a terminal: a long answer goes straight to it, not through $PAGER.'),
    watch: optionalText('<seconds>', 'Show it again every so many seconds (2), and what has changed.', {
      const: '2',
      requiresEquals: true,
    }),
    printEmpty: flag('Of a list without rows, print the head of its table.', { formats: ['table'] }),
    quote: choice(['all', 'minimal', 'none', 'nonnumeric'], 'Quoted CSV cells: all, minimal, none, nonnumeric.', {
      placeholder: '<quote>',
      formats: ['csv'],
      shows: ['list'],
    }),
    variablePrefix: text('<prefix>', 'What stands before the names of the variables.', {
      long: 'prefix',
      formats: ['shell'],
      // Some lists have an option of this name.
      shows: ['show'],
    }),
    noindent: flag('JSON on one line.', { formats: ['json'] }),
    color: choice(['auto', 'always', 'never'], 'Colour the words for states.', { placeholder: '<when>' }),
  }) as const satisfies Options;

/** The options of how something is shown, without all others: for the help on one command. */
export function outputGroup(own: GlobalOverrides = {}): Options {
  const options: Record<string, Option> = output();
  for (const key of Object.keys(options)) {
    const other = own[key];
    if (other === null) delete options[key];
    else if (other !== undefined) options[key] = { ...options[key], ...other } as Option;
  }
  return options;
}

const everyOption = () => Object.assign(loginOptions(), run(), output());

type EveryOption = ReturnType<typeof everyOption>;
/** Made when they are first asked for, which help on a command does not do. */
let all: EveryOption | undefined;

/** Formats of one list or one thing: several tables, and what a command says, are in none of them. */
export const formatsOfOneTable: readonly string[] = ['shell'];

/** What can be configured for all commands. */
export const keptChoices = (key: 'format' | 'color'): readonly string[] =>
  (globalOptions()[key].choices ?? []).filter((one) => !formatsOfOneTable.includes(one));

export type Globals = Values<EveryOption> & SelectionValues & ChangeValues;
export type LoginOption = keyof LoginOptions;

/** The same each time for one client: a command line is read more than once. */
const spelled = new WeakMap<GlobalOverrides, EveryOption>();

/**
 * The options that every command takes.
 *
 * @param own what a client spells otherwise
 */
export function globalOptions(own?: GlobalOverrides): EveryOption {
  all ??= everyOption();
  if (own === undefined) return all;
  const known = spelled.get(own) ?? overridden(all, own);
  spelled.set(own, known);
  return known;
}

function overridden(options: EveryOption, own: GlobalOverrides): EveryOption {
  const kept = Object.entries(options).filter(([key]) => own[key] !== null);
  const changed = Object.entries(own).flatMap(([key, option]) =>
    option === null ? [] : [[key, { ...(options as Options)[key], ...option }]],
  );
  // Nobody has said what is left out, so that its value is undefined.
  return { ...Object.fromEntries(kept), ...Object.fromEntries(changed) } as EveryOption;
}

/** The options of `cli/selection-options.ts`, where a line has them. */
export const selectionNames: readonly (keyof SelectionValues)[] = ['addColumn', 'where', 'maxItems', 'query', 'raw'];

/** Help shows them in these groups. */
export const groups = (): Readonly<Record<string, readonly string[]>> => ({
  'Output options': [...Object.keys(output()), ...selectionNames],
  // Of commands that change something (`cli/change-options.ts`).
  'Change options': ['confirm', 'yes', 'dryRun', 'wait', 'log'] satisfies readonly (keyof ChangeValues)[],
  'Other options': Object.keys(run()),
  // Some are options of one client only.
  'Login options': Object.keys(definitions),
});

/** What the options said of the login, for `config/settings.ts`; what was not given is not there. */
export function givenSettings(globals: Globals): Partial<Record<LoginOption | 'cache', string | boolean>> {
  const given: Partial<Record<LoginOption | 'cache', string | boolean>> = {};
  for (const name of Object.keys(definitions)) {
    const value = globals[name as LoginOption];
    if (value !== undefined && value !== false && value !== '') given[name as LoginOption] = value;
  }
  if (globals.noCache) given.cache = false;
  return given;
}

/** Do the options say which rows or columns are wanted? */
export function selects({ column, addColumn, sortColumn, where, maxItems, query, raw }: Globals): boolean {
  if (column.length > 0 || sortColumn.length > 0 || raw) return true;
  return (where ?? maxItems ?? query) !== undefined || (addColumn ?? []).length > 0;
}

/** Is more than one cloud, or region of one, to be asked? */
export function asksMany({ allClouds, allRegions, osCloud }: Globals): boolean {
  return allClouds || allRegions || osCloud?.includes(',') === true;
}

/** Does anything ask for what `cron.ts` does? */
export function isForCron({ deadline, lock, onlyProblems, splay }: Globals): boolean {
  return deadline !== undefined || lock !== undefined || onlyProblems || splay !== undefined;
}
