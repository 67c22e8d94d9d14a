import { definitions, type SettingName } from '../core/definitions.js';
import { Failure } from '../core/errors.js';
import { isRecord } from '../lib/read.js';
import { commandWords } from './command-words.js';
import type { Layer } from './settings.js';

/** Our own settings as their file has them: one level of keys, text as values. */
export interface UserConfig {
  readonly path: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Keys that are no settings of a login. */
const PLAIN = ['cloud', 'format', 'color'];

/** The settings that may stand in the file, by their keys there. Secrets may not: `password-command` gets them. */
const LOGIN: ReadonlyMap<string, SettingName> = new Map(
  (Object.keys(definitions) as SettingName[]).flatMap((name) => {
    const key = definitions[name].names.userConfig;
    return key === undefined ? [] : [[key, name] as const];
  }),
);

/** All keys, for help and errors. */
export const userConfigKeys: readonly string[] = [...PLAIN, 'columns.COMMAND', ...LOGIN.keys()];

/** Is it a key of ours? `columns.list` and `columns.nova.list` are the columns of one command. */
export function isUserConfigKey(key: string): boolean {
  return PLAIN.includes(key) || LOGIN.has(key) || /^columns\.[\w-]+([. ][\w-]+)*$/.test(key);
}

/**
 * Reads the file of our own settings.
 *
 * @throws Failure for a file that is no flat JSON object of known keys, naming the key
 */
export function readUserConfig(text: string, path: string): UserConfig {
  const document = parse(text, path);
  const values: Record<string, string> = {};
  for (const [key, value] of Object.entries(document)) {
    const isText = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    if (!isUserConfigKey(key)) {
      throw new Failure(`${path} has an unknown key: ${key}.`, { hint: `Known are ${userConfigKeys.join(', ')}.` });
    }
    if (!isText) throw new Failure(`${path} has no text as the value of ${key}.`, { hint: EMPTY });
    if (value !== '') values[key] = String(value);
  }
  return { path, values };
}

const EMPTY = "'stackline config unset KEY' takes a key out of it.";

function parse(text: string, path: string): Readonly<Record<string, unknown>> {
  if (text.trim() === '') return {};
  try {
    const document: unknown = JSON.parse(text);
    if (isRecord(document)) return document;
  } catch {
    // said below
  }
  throw new Failure(`${path} cannot be read: it is not a JSON object.`, {
    hint: "Mend it, or remove it and use 'stackline config set KEY VALUE'.",
  });
}

/** What our own settings say of a login. */
export function userConfigLayer({ path, values }: UserConfig): Layer {
  const layer: Record<string, { value: string | readonly string[]; from: string }> = {};
  for (const [key, name] of LOGIN) {
    const value = values[key];
    if (value === undefined) continue;
    layer[name] = { value: definitions[name].type === 'words' ? commandWords(value, path) : value, from: path };
  }
  return layer;
}

/**
 * Can the value be read again? A timeout that is no number would stop every later run.
 * @throws Failure
 */
export function checkUserConfig(key: string, value: string): void {
  if (value === '' || /[\r\n]/.test(value))
    throw new Failure(`The value of ${key} is not one line of text.`, { hint: EMPTY });
  if (key === 'timeout' && !(Number(value) > 0)) throw new Failure(`Invalid timeout '${value}': expected seconds.`);
  if (key === 'password-command') commandWords(value, 'the command line');
  const sides = /^(public|internal|admin)(URL)?$/;
  if (key === 'interface' && !sides.test(value)) {
    throw new Failure(`There is no interface '${value}'.`, { hint: 'One of public, internal, admin.' });
  }
}

/** The columns of a command: those of its full name win. */
export function userConfigColumns({ values }: UserConfig, applet: string, verb: string): readonly string[] {
  const found = values[`columns.${applet}.${verb}`] ?? values[`columns.${applet} ${verb}`] ?? values[`columns.${verb}`];
  return (found ?? '')
    .split(',')
    .map((column) => column.trim())
    .filter((column) => column !== '');
}
