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
const PLAIN = ['cloud', 'format', 'color', 'handover', 'log'];

/** The settings that may stand in the file, by their keys there. Secrets may not: `password-command` gets them. */
const LOGIN: ReadonlyMap<string, SettingName> = new Map(
  (Object.keys(definitions) as SettingName[]).flatMap((name) => {
    const key = definitions[name].names.userConfig;
    return key === undefined ? [] : [[key, name] as const];
  }),
);

/** The columns of one command: `columns.list`, `columns.nova.list`. */
const COLUMNS = /^columns\.[\w-]+([. ][\w-]+)*$/;

/** The settings that a host of Hyper-V may have of its own, by the last word of their keys. */
export const HOST_SETTINGS: ReadonlyMap<string, SettingName> = new Map(
  (Object.keys(definitions) as SettingName[]).flatMap((name) => {
    const { host } = definitions[name].names;
    return host ? [[host, name] as const] : [];
  }),
);

/** One of them, or its URL: `hyperv.hv01.example.com.username`. */
export const HOST_KEY = new RegExp(`^hyperv\\.([^\\s/]+)\\.(url|${[...HOST_SETTINGS.keys()].join('|')})$`);

/** The setting that a key says. */
const settingOf = (key: string): SettingName | undefined =>
  LOGIN.get(key) ?? HOST_SETTINGS.get(HOST_KEY.exec(key)?.[2] ?? '');

/** What values look like, by the type of their setting: those of other types are one line of text. */
const PATTERNS = {
  seconds: /^\s*\+?(?=[\d.]*[1-9])(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/,
  interface: /^(public|internal|admin)(URL)?$/,
  line: /^[^\r\n]+$/,
};

/** All keys, for help and errors. */
export const userConfigKeys: readonly string[] = [...PLAIN, 'columns.COMMAND', 'hyperv.HOST.SETTING', ...LOGIN.keys()];

/** Is it a key of ours? */
export function isUserConfigKey(key: string): boolean {
  return PLAIN.includes(key) || LOGIN.has(key) || COLUMNS.test(key) || HOST_KEY.test(key);
}

/** What may stand in the file, as JSON Schema (2020-12) without the type: an object. */
export function userConfigSchema(): UserConfigSchema {
  const text = ({ source }: RegExp) => ({ type: 'string', pattern: source }) as const;
  const login = [...LOGIN].map(([key, name]) => {
    const { type } = definitions[name];
    return [key, text(type === 'seconds' || type === 'interface' ? PATTERNS[type] : PATTERNS.line)] as const;
  });
  const plain = PLAIN.map((key) => [key, text(PATTERNS.line)] as const);
  return {
    properties: Object.fromEntries([...plain, ...login]),
    patternProperties: { [COLUMNS.source]: text(PATTERNS.line), [HOST_KEY.source]: text(PATTERNS.line) },
    additionalProperties: false,
  };
}

interface UserConfigSchema {
  readonly properties: Readonly<Record<string, TextSchema>>;
  readonly patternProperties: Readonly<Record<string, TextSchema>>;
  readonly additionalProperties: false;
}

interface TextSchema {
  readonly type: 'string';
  readonly pattern: string;
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
  if (!PATTERNS.line.test(value)) throw new Failure(`The value of ${key} is not one line of text.`, { hint: EMPTY });
  const name = settingOf(key);
  const type = name === undefined ? 'text' : (definitions[name].type ?? 'text');
  if (type === 'words') commandWords(value, 'the command line');
  if (type === 'seconds' && !PATTERNS.seconds.test(value)) {
    throw new Failure(`Invalid ${key} '${value}': expected seconds.`);
  }
  if (type === 'interface' && !PATTERNS.interface.test(value)) {
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
