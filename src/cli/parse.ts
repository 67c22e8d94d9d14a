import { Argument, Command as Parser, Option as ParserOption } from 'commander';
import type { Arguments, Option, Options } from '../command/options.js';
import { UsageError } from '../core/errors.js';
import { nearest } from '../lib/nearest.js';
import type { Globals } from './globals.js';
import { Grammar, longName, mayStandAlone } from './grammar.js';

export interface Parsed {
  readonly globals: Globals;
  readonly options: Readonly<Record<string, unknown>>;
  readonly args: Readonly<Record<string, unknown>>;
}

interface Shape {
  readonly options: Options;
  readonly arguments: Arguments;
  readonly globals: Options;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The words after the command's name (with the global options that stood before it) as typed values.
 * @throws UsageError in argparse's words, as the classic shells print them.
 */
export function parse(shape: Shape, words: readonly string[], env: Environment): Parsed {
  const grammar = new Grammar(shape.options, shape.globals);
  const { options, typed, plain, unknown } = grammar.read(words);
  const parser = buildParser(typed);
  parser.parse([...options], { from: 'user' });
  const given = parser.opts<Readonly<Record<string, unknown>>>();
  const globals = valuesOf(shape.globals, given, env) as Globals;
  const own = valuesOf(shape.options, given, env);
  if (!globals.help) checkConflicts(typed);
  const { args, excess, missing } = assign(shape.arguments, plain);
  if (!globals.help) checkRequired(shape.options, own, missing);
  const unrecognized = [...unknown, ...excess];
  if (unrecognized.length > 0 && !globals.help) {
    throw new UsageError(
      `unrecognized arguments: ${unrecognized.join(' ')}`,
      suggestion(unrecognized[0], grammar.names()),
    );
  }
  return { globals, options: own, args };
}

/** Without a prototype: an object that grows by a hundred names costs least so. */
function valuesOf(
  options: Options,
  given: Readonly<Record<string, unknown>>,
  env: Environment,
): Record<string, unknown> {
  const values: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(options)) {
    const option = options[key];
    if (option !== undefined) values[key] = convert(key, option, given[key], env);
  }
  return values;
}

/**
 * commander keeps the occurrences; the words are canonical by now, so it can find nothing to complain about. It is told
 * only of the options that were typed: with all of them, it was a seventh of the time before the first request.
 */
function buildParser(typed: Iterable<readonly [string, Option]>): Parser {
  const parser = new Parser()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, writeOut: () => undefined })
    .helpOption(false);
  for (const [key, option] of typed) {
    const bracket = option.kind === 'flag' ? '' : mayStandAlone(option) ? ' [value]' : ' <value>';
    const parserOption = new ParserOption(`--${longName(key, option)}${bracket}`);
    parserOption.attributeName = () => key;
    if (option.kind === 'many') parserOption.argParser((value: string, all: unknown) => [...list(all), value]);
    parserOption.negate = false;
    parser.addOption(parserOption);
  }
  return parser.addArgument(new Argument('[words...]'));
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function convert(key: string, option: Option, given: unknown, env: Environment): unknown {
  const value = given ?? option.env?.map((name) => env[name]).find((text) => text !== undefined && text !== '');
  if (value === undefined) return option.default;
  const flag = `--${longName(key, option)}`;
  switch (option.kind) {
    case 'optional-text':
      return value === true ? option.const : value;
    case 'integer':
      return toInteger(flag, String(value));
    case 'optional-integer':
      return value === true
        ? option.const
        : given === undefined
          ? truth(String(value))
          : toInteger(flag, String(value));
    case 'choice': {
      const text = String(value);
      if (option.choices?.includes(text)) return text;
      const quoted = option.choices?.map((choice) => `'${choice}'`).join(', ');
      throw new UsageError(`argument ${flag}: invalid choice: '${text}' (choose from ${quoted})`);
    }
    default:
      return value;
  }
}

/** As Python's int() does: surrounding blanks and a sign are fine. */
function toInteger(flag: string, text: string): number {
  if (!/^\s*[+-]?\d+\s*$/.test(text)) throw new UsageError(`argument ${flag}: invalid int value: '${text}'`);
  return Number(text);
}

/** How the classic clients read a switch from the environment (oslo's bool_from_string, not strict). */
const truth = (text: string): number => (/^\s*(1|t|true|on|y|yes)\s*$/i.test(text) ? 1 : 0);

function checkConflicts(typed: ReadonlyMap<string, Option>): void {
  for (const [key, option] of typed) {
    for (const other of option.conflicts ?? []) {
      const rival = typed.get(other);
      if (rival === undefined) continue;
      throw new UsageError(
        `argument --${longName(key, option)}: not allowed with argument --${longName(other, rival)}`,
      );
    }
  }
}

function assign(wanted: Arguments, words: readonly string[]) {
  const args: Record<string, unknown> = {};
  const missing: string[] = [];
  let at = 0;
  for (const [key, argument] of Object.entries(wanted)) {
    if (argument.required && at >= words.length) missing.push(argument.placeholder);
    if (argument.variadic) {
      args[key] = words.slice(at);
      at = words.length;
    } else {
      args[key] = words[at];
      at += 1;
    }
  }
  return { args, excess: words.slice(at), missing };
}

function checkRequired(options: Options, values: Readonly<Record<string, unknown>>, missing: readonly string[]): void {
  const lacking = Object.entries(options)
    .filter(([key, { required }]) => required === true && values[key] === undefined)
    .map(([key, option]) => `--${longName(key, option)}`);
  const all = [...lacking, ...missing];
  if (all.length === 0) return;
  throw new UsageError(`the following arguments are required: ${all.join(', ')}`, {
    python2: missing.length > 0 ? 'too few arguments' : `argument ${lacking[0]} is required`,
  });
}

function suggestion(typed: string | undefined, known: readonly string[]): { hint?: string } {
  const name = typed?.startsWith('--') ? nearest(typed.replace(/=.*/s, ''), known) : undefined;
  return name === undefined ? {} : { hint: `Did you mean ${name}?` };
}
