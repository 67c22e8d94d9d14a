import {
  type CommanderError,
  InvalidArgumentError,
  Command as Parser,
  Argument as ParserArgument,
  Option as ParserOption,
} from 'commander';
import type { Command } from '../command/command.js';
import type { Argument, Arguments, Option, Options } from '../command/options.js';
import { definitionOf } from '../core/definitions.js';
import { UsageError } from '../core/errors.js';
import type { Globals } from './globals.js';
import { argumentName, Grammar, isUnknown, longName, mayStandAlone, type Reading } from './grammar.js';

export interface Parsed {
  readonly globals: Globals;
  readonly options: Readonly<Record<string, unknown>>;
  readonly args: Readonly<Record<string, unknown>>;
  /** The values of options that nobody is to see. */
  readonly secrets: readonly string[];
}

interface Shape {
  readonly options: Options;
  readonly arguments: Arguments;
  readonly globals: Options;
  /** What the command shows: where it catches words that nobody knows, options for something else are such words. */
  readonly shows?: Command['shows'];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The words after the command's name (with the global options that stood before it) as typed values. commander parses;
 * the grammar only turns argparse's spellings into the ones that it knows.
 * @throws UsageError in argparse's words, as the classic shells print them.
 */
export function parse(shape: Shape, words: readonly string[], env: Environment): Parsed {
  const named = Object.values(shape.arguments);
  const positionals = named.some(({ variadic }) => variadic) ? undefined : named.length;
  const grammar = new Grammar(shape.options, () => knownTo(shape), positionals);
  const read = grammar.read(words);
  const inPlace = read.plain.length > named.length ? wordsAsOptions(shape.options, read, named.length) : read;
  const { options, typed, plain, unknown, caught, several } = inPlace;
  // Who asks for help is not told what is missing.
  const isChecked = !typed.has('help');
  const unrecognized = (more: readonly string[]): UsageError => {
    const all = [...unknown, ...more];
    const isExcess = unknown.length === 0;
    return new UsageError(`unrecognized arguments: ${all.join(' ')}`, {
      isExcess,
      wrong: { words: all, options: grammar.names() },
    });
  };

  const parser = new Parser()
    .configureOutput({ writeErr: () => undefined })
    .helpOption(false)
    .allowExcessArguments(!isChecked)
    .exitOverride((error) => {
      throw inArgparsesWords(error, parser, shape.arguments, unrecognized);
    });
  for (const [key, option] of typed) parser.addOption(optionOf(key, option, isChecked));
  for (const all of [shape.globals, shape.options]) {
    for (const key of Object.keys(all)) {
      const option = all[key];
      if (option === undefined || typed.has(key)) continue;
      const said = option.env?.map((name) => env[name]).find((text) => text !== undefined && text !== '');
      if (said === undefined && !option.required) continue;
      const told = optionOf(key, option, isChecked);
      parser.addOption(told);
      if (said !== undefined) parser.setOptionValueWithSource(key, fromEnvironment(option, told, said), 'env');
    }
  }
  for (const argument of Object.values(shape.arguments)) parser.addArgument(argumentOf(argument, isChecked));

  parser.parse([...options, '--', ...plain], { from: 'user' });
  if (isChecked && unknown.length > 0) throw unrecognized([]);
  const given = parser.opts<Readonly<Record<string, unknown>>>();
  const names = Object.keys(shape.arguments);
  const args = Object.fromEntries(names.map((name, index): [string, unknown] => [name, parser.processedArgs[index]]));
  return {
    globals: valuesOf(shape.globals, given) as Globals,
    options: valuesOf(shape.options, given, { caught, several }),
    secrets: [
      ...[...typed].flatMap(([key, { secret }]) =>
        secret || definitionOf(key)?.traits.secret ? [String(given[key])] : [],
      ),
      ...names.flatMap((name) =>
        shape.arguments[name]?.secret && args[name] !== undefined ? [String(args[name])] : [],
      ),
    ],
    args,
  };
}

/** Words beyond the arguments stand for options, in their order. @throws UsageError for one that is there, too */
function wordsAsOptions(own: Options, read: Reading, taken: number): Reading {
  const places = Object.entries(own).filter(([, { isWord }]) => isWord);
  const words = read.plain.slice(taken, taken + places.length);
  const found = places.slice(0, words.length);
  const [twice] = found.filter(([key]) => read.typed.has(key));
  if (twice) throw new UsageError(`argument ${argumentName(...twice)}: not allowed with a word in its place`);
  const options = found.map(([key, option], at) => `--${longName(key, option)}=${words[at]}`);
  return {
    ...read,
    typed: new Map([...read.typed, ...found]),
    options: [...read.options, ...options],
    plain: read.plain.toSpliced(taken, words.length),
  };
}

/** The common options that are none of the words that a command catches. */
function knownTo({ options, globals, shows }: Shape): Options {
  if (shows === undefined || !Object.values(options).some(isUnknown)) return globals;
  const known = Object.entries(globals).filter(([, { shows: only }]) => only?.some((kind) => kind === shows) ?? true);
  return Object.fromEntries(known);
}

/**
 * What commander found, with the defaults of what it was not told of: only options that were typed, that must be, or that
 * the environment gives are worth its time. Without a prototype: an object that grows by a hundred names costs least so.
 */
function valuesOf(
  options: Options,
  given: Readonly<Record<string, unknown>>,
  read?: Pick<Reading, 'caught' | 'several'>,
): Record<string, unknown> {
  const values: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(options)) {
    const option = options[key];
    const value = option === undefined ? undefined : readValue(key, option, given, read);
    // Given alone, an option whose value may be left out stands for `const`, or for nothing.
    const isBare = value === true && option?.kind !== 'flag';
    values[key] = value === undefined || isBare ? option?.default : value;
  }
  return values;
}

function readValue(
  key: string,
  { kind }: Option,
  given: Readonly<Record<string, unknown>>,
  read: Pick<Reading, 'caught' | 'several'> | undefined,
): unknown {
  if (kind === 'unknown') return read?.caught;
  return kind === 'several' ? read?.several.get(key) : given[key];
}

function optionOf(key: string, option: Option, isChecked: boolean): ParserOption {
  const flag = `--${longName(key, option)}`;
  const told = new ParserOption(flag + (option.kind === 'flag' ? '' : bracket(option)));
  told.attributeName = () => key;
  // `--no-cache` is an option of its own, not the contrary of `--cache`.
  told.negate = false;
  if (option.const !== undefined) told.preset(option.const);
  if (option.choices !== undefined) told.choices([...option.choices]);
  if (option.kind === 'integer' || option.kind === 'optional-integer') told.argParser(toInteger);
  withArgparseErrors(told, () => argumentName(key, option), option);
  if (!isChecked) return told;
  return told.conflicts([...(option.conflicts ?? [])]).makeOptionMandatory(option.required);
}

function bracket(option: Option): string {
  if (mayStandAlone(option)) return ' [value]';
  return option.kind === 'many' ? ' <values...>' : ' <value>';
}

function argumentOf({ placeholder, required, variadic, choices }: Argument, isChecked: boolean): ParserArgument {
  const name = placeholder.replace(/^<|>$/g, '');
  const argument = new ParserArgument(variadic ? `${name}...` : name);
  if (choices !== undefined && isChecked) {
    argument.choices([...choices]);
    withArgparseErrors(argument, () => placeholder, { choices });
  }
  return required && isChecked ? argument : argument.argOptional();
}

/** What commander finds wrong with a value is said in argparse's words; `name` is what those call it. */
function withArgparseErrors(
  parsed: ParserOption | ParserArgument,
  name: () => string,
  { choices }: Pick<Option, 'choices'>,
): void {
  const { parseArg } = parsed;
  if (parseArg === undefined) return;
  parsed.argParser((value: string, previous: unknown) => {
    try {
      return parseArg(value, previous);
    } catch (error) {
      if (!(error instanceof InvalidArgumentError)) throw error;
      throw new UsageError(`argument ${name()}: ${noChoice({ choices }, value) ?? error.message}`);
    }
  });
}

/** commander reads the variables of the process itself; a run has those of its host. */
function fromEnvironment(option: Option, { parseArg }: ParserOption, said: string): unknown {
  if (option.kind === 'flag') return true;
  return option.kind === 'optional-integer' ? truth(said) : (parseArg?.(said, undefined) ?? said);
}

/** As Python's int() does: surrounding blanks and a sign are fine. */
function toInteger(text: string | number): number {
  if (!/^\s*[+-]?\d+\s*$/.test(String(text))) throw new InvalidArgumentError(`invalid int value: '${text}'`);
  return Number(text);
}

/** How the classic clients read a switch from the environment (oslo's bool_from_string, not strict). */
const truth = (text: string): number => (/^\s*(1|t|true|on|y|yes)\s*$/i.test(text) ? 1 : 0);

/** argparse's sentence about a value that is none of the choices. */
function noChoice({ choices }: Pick<Option, 'choices'>, value: string): string | undefined {
  const quoted = choices?.map((choice) => `'${choice}'`).join(', ');
  return quoted === undefined ? undefined : `invalid choice: '${value}' (choose from ${quoted})`;
}

/** What commander found wrong, as argparse says it: there all that is missing is named at once. */
function inArgparsesWords(
  error: CommanderError,
  parser: Parser,
  wanted: Arguments,
  unrecognized: (words: readonly string[]) => UsageError,
): Error {
  switch (error.code) {
    case 'commander.conflictingOption': {
      const [one, other] = error.message.match(/--[\w-]+/g) ?? [];
      return new UsageError(`argument ${one}: not allowed with argument ${other}`);
    }
    case 'commander.missingMandatoryOptionValue':
    case 'commander.missingArgument': {
      const options = parser.options.filter(
        (option) => option.mandatory && parser.getOptionValue(option.attributeName()) === undefined,
      );
      const flags = options.map(({ long }) => String(long));
      const words = Object.values(wanted).slice(parser.args.length);
      const missing = words.flatMap(({ placeholder, required }) => (required ? [placeholder] : []));
      return new UsageError(`the following arguments are required: ${[...flags, ...missing].join(', ')}`, {
        python2: missing.length > 0 ? 'too few arguments' : `argument ${flags[0]} is required`,
      });
    }
    case 'commander.excessArguments':
      return unrecognized(parser.args.slice(parser.registeredArguments.length));
    default:
      return error;
  }
}
