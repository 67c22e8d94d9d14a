import type { Command } from '../../command/command.js';
import type { Option, Options } from '../../command/options.js';
import { longName } from '../grammar.js';
import type { Form, Take } from './form.js';

/** What a line says in a form: the values of its keys, and words that every command takes. */
export interface Match {
  readonly given: ReadonlyMap<string, readonly string[] | true>;
  /** Options of all commands, as they were typed. */
  readonly shared: readonly string[];
  /** Options that nobody here has. */
  readonly unknown: readonly string[];
  /** What is not there and would have to be, in openstack's words. */
  readonly missing: readonly string[];
  /** Plain words that are too many. */
  readonly excess: readonly string[];
  /** How much of the form is in the line: of several forms that fit, the closest is meant. */
  readonly closeness: number;
}

/** What one more option of openstack is here: words of ours, in which `{}` is its value. */
export type Also = Readonly<Record<string, readonly string[]>>;

interface Words {
  /** What follows openstack's words for the command. */
  readonly words: readonly string[];
  readonly form: Form;
  readonly also: Also;
  /** The options of all commands. */
  readonly shared: Options;
}

/** The words of a line, each as what it is. */
interface Scan extends Pick<Match, 'shared' | 'unknown'> {
  readonly given: Map<string, readonly string[] | true>;
  readonly plain: readonly string[];
  /** Which of the form's fixed words are there. */
  readonly found: ReadonlySet<number>;
  readonly give: (key: string, value: string | true) => void;
}

/** Compares a line with a form. */
export function match(command: Command, line: Words): Match {
  const { form } = line;
  const { given, shared, unknown, plain, found, give } = scan(line);
  const excess = place(form, plain, give);
  const missing = [
    ...form.fixed.flatMap(({ words: parts, required }, index) =>
      required && !found.has(index) ? [parts.join(' ')] : [],
    ),
    ...[...form.takes].flatMap(([name, { key, required }]) => (required && !given.has(key) ? [name] : [])),
    ...excess.missing,
    ...requiredOf(command).filter((key) => !given.has(key) && !form.meant.includes(key) && !isIn(form, key)),
  ];
  return {
    given,
    shared,
    unknown,
    missing: [...new Set(missing)],
    excess: excess.words,
    closeness:
      2 * found.size -
      form.fixed.filter(({ required, key }) => !required && key === undefined).length +
      [...form.takes.values()].filter(({ key, required }) => required && given.has(key)).length,
  };
}

function scan({ words, form, also, shared }: Words): Scan {
  const given = new Map<string, readonly string[] | true>();
  const common: string[] = [];
  const unknown: string[] = [];
  const plain: string[] = [];
  const found = new Set<number>();
  const give = (key: string, value: string | true) => {
    const before = given.get(key);
    given.set(key, value === true ? true : [...(Array.isArray(before) ? before : []), value]);
  };
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? '';
    if (word === '--') {
      plain.push(...words.slice(at + 1));
      break;
    }
    if (!/^-./.test(word) || (/^-\d/.test(word) && !form.takes.has(word))) {
      plain.push(word);
      at += 1;
      continue;
    }
    const fixed = form.fixed.findIndex((one) => one.words.every((part, index) => words[at + index] === part));
    if (fixed >= 0) {
      found.add(fixed);
      const { key, words: parts } = form.fixed[fixed] ?? { words: [word] };
      if (key !== undefined) give(key, true);
      at += parts.length;
      continue;
    }
    const [name, attached] = headOf(word);
    const value = attached ?? words[at + 1];
    const used = attached === undefined ? 2 : 1;
    const take = form.takes.get(name) ?? begunBy(name, form.takes);
    const more = Object.hasOwn(also, name) ? also[name] : undefined;
    const everyones = sharedOption(name, shared);
    if (take !== undefined) {
      at += take.takesValue ? used : 1;
      if (!takeValue(take, value, give)) unknown.push(name);
    } else if (more !== undefined) {
      const takesValue = more.some((one) => one.includes('{}'));
      common.push(...more.map((one) => one.replace('{}', value ?? '')));
      at += takesValue ? used : 1;
    } else if (everyones !== undefined) {
      const isAlone = everyones.kind === 'flag' || everyones.requiresEquals === true || attached !== undefined;
      const count = isAlone ? 1 : 2;
      common.push(...words.slice(at, at + count));
      at += count;
    } else {
      unknown.push(name);
      at += 1;
    }
  }
  return { given, shared: common, unknown, plain, found, give };
}

const headOf = (word: string): readonly [name: string, attached?: string] => {
  const equals = word.startsWith('--') ? word.indexOf('=') : -1;
  return equals < 0 ? [word] : [word.slice(0, equals), word.slice(equals + 1)];
};

/** The one option that begins so. */
function begunBy(name: string, takes: Form['takes']): Take | undefined {
  const begun = name.startsWith('--') ? [...takes].filter(([one]) => one.startsWith(name)) : [];
  return begun.length === 1 ? begun[0]?.[1] : undefined;
}

/** @returns false where the value has not the form that is understood */
function takeValue(take: Take, value: string | undefined, give: (key: string, value: string | true) => void): boolean {
  if (!take.takesValue) give(take.key, take.meaning ?? true);
  else if (value === undefined) return false;
  else {
    const [before, after] = take.around ?? ['', ''];
    if (!value.startsWith(before) || !value.endsWith(after)) return false;
    give(take.key, value.slice(before.length, value.length - after.length));
  }
  return true;
}

function sharedOption(name: string, shared: Options): Option | undefined {
  const isLong = name.startsWith('--');
  const plain = name.replace(/^--?/, '').replaceAll('_', '-');
  const found = Object.entries(shared).find(([key, option]) =>
    isLong ? longName(key, option) === plain || option.aliases?.includes(plain) : option.short === plain,
  );
  return found?.[1];
}

/** Gives plain words to their keys: those that must be there come first, the first that takes several has what is over. */
function place(form: Form, plain: readonly string[], give: (key: string, value: string) => void) {
  const needed = form.positionals.filter((one) => 'word' in one || one.required).length;
  let spare = plain.length - needed;
  let at = 0;
  const missing: string[] = [];
  for (const one of form.positionals) {
    const word = plain[at];
    if ('word' in one) {
      if (word === one.word) at += 1;
      else missing.push(one.word);
    } else if (word === undefined) {
      if (one.required) missing.push(`<${one.key}>`);
    } else if (one.required || spare > 0) {
      give(one.key, word);
      at += 1;
      if (!one.required) spare -= 1;
      while (one.variadic && spare > 0) {
        give(one.key, plain[at] ?? '');
        at += 1;
        spare -= 1;
      }
    }
  }
  return { words: plain.slice(at), missing };
}

const requiredOf = ({ options, arguments: args }: Command): readonly string[] => [
  ...Object.keys(options).filter((key) => options[key]?.required),
  ...Object.keys(args).filter((key) => args[key]?.required),
];

const isIn = ({ positionals }: Form, key: string): boolean =>
  positionals.some((one) => 'key' in one && one.key === key);
