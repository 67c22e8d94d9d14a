import { definitions, type SettingName, type SettingVariables, variablesOf } from '../core/definitions.js';
import { Failure, UsageError } from '../core/errors.js';
import type { Interface, Settings } from '../core/settings.js';
import { expandHome } from '../lib/expand-home.js';
import { withV1Login } from './v1-login.js';

export type { SettingName };

/** What the options said, by setting; a setting that no option named is absent. */
export type OptionValues = Readonly<Partial<Record<SettingName, string | number | boolean>>>;

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a file says of settings, and where; read before, so that merging the layers stays pure. */
export type Layer = Readonly<Partial<Record<SettingName, LayerValue>>>;

interface LayerValue {
  readonly value: string | readonly string[] | Readonly<Record<string, string>>;
  /** The file's path. */
  readonly from: string;
}

/** What lies below options and environment. */
export interface LowerLayers {
  /** The cloud that is chosen in clouds.yaml. */
  readonly cloud?: Layer;
  /** It was chosen on the command line: what the environment says of a login is left over from another one. */
  readonly cloudFirst?: boolean;
  /** Our own settings. */
  readonly userConfig?: Layer;
  /** Defaults of the client, where they are not those of the table. */
  readonly ofClient?: Readonly<Partial<Record<SettingName, string>>>;
}

/** A setting's value and where it came from: `option`, `env[OS_USERNAME]`, the path of a file. */
export interface Sourced {
  readonly value: unknown;
  readonly from: string;
}

/** False for a value of a lower layer that belongs to one kind of login when a higher layer has chosen another kind. */
function fits(name: SettingName, { value }: Sourced, top: ReadonlyMap<SettingName, Sourced>): boolean {
  const isPassword = top.has('password') || top.has('passwordCommand');
  const isCredential = top.has('applicationCredentialId') || top.has('applicationCredentialName');
  const isToken = top.has('token');
  if (name === 'applicationCredentialSecret') return isCredential || !(isPassword || isToken);
  if (name !== 'authType' || !(isPassword || isCredential || isToken)) return true;
  const type = String(value);
  return type.endsWith('token') ? isToken : type.endsWith('applicationcredential') ? isCredential : isPassword;
}

/**
 * Precedence: options > environment > clouds.yaml > our own configuration > defaults; an empty value counts as unset. Pure.
 *
 * @param own the client's variables, where they are not those of the table
 * @throws UsageError for a bad value of an option, Failure for one of a variable or a file, naming it
 */
export function resolveSettings(
  given: OptionValues,
  env: Environment,
  own: SettingVariables = {},
  below: LowerLayers = {},
): Settings {
  const resolved: Record<string, unknown> = {};
  for (const [name, sourced] of mergeLayers(given, env, own, below)) resolved[name] = convert(name, sourced, env.HOME);
  // A token in the environment may be a left-over beside a password; one on the command line is what is meant.
  if (nonEmpty(given.token) !== undefined && resolved.authType === undefined) resolved.authType = 'token';
  const settings = resolved as unknown as Settings;
  const hasV1 = 'v1AuthUrl' in resolved || 'v1User' in resolved || 'v1Key' in resolved;
  return Object.freeze(hasV1 ? withV1Login(settings) : settings);
}

/** The winner of each setting that somebody named or that has a default, before it is checked. */
export function mergeLayers(
  given: OptionValues,
  env: Environment,
  own: SettingVariables = {},
  { cloud, cloudFirst = false, userConfig, ofClient = {} }: LowerLayers = {},
): ReadonlyMap<SettingName, Sourced> {
  const options = new Map<SettingName, Sourced>();
  for (const name of Object.keys(given) as SettingName[]) {
    const value = nonEmpty(given[name]);
    if (value !== undefined) options.set(name, { value, from: 'option' });
  }
  const variables = new Map<SettingName, Sourced>();
  const defaults: [SettingName, Sourced][] = [];
  for (const name of Object.keys(definitions) as SettingName[]) {
    const { default: value, traits } = definitions[name];
    if (value !== undefined) defaults.push([name, { value, from: 'default' }]);
    // With a cloud that was named on the command line, what the environment says is left over from another login.
    const found = cloudFirst && !traits.momentary ? undefined : variable(env, variablesOf(name, own));
    if (found !== undefined) variables.set(name, { value: found.value, from: `env[${found.name}]` });
  }
  const cache = cacheVariable(env);
  if (cache !== undefined) variables.set('cache', cache);
  const layers: ReadonlyMap<SettingName, Sourced>[] = [options, variables];
  for (const layer of [cloud, userConfig]) {
    if (layer !== undefined) layers.push(new Map(Object.entries(layer) as [SettingName, Sourced][]));
  }
  const winners = stack(layers);
  for (const name of Object.keys(ofClient) as SettingName[]) {
    if (!winners.has(name)) winners.set(name, { value: ofClient[name], from: 'default' });
  }
  for (const [name, sourced] of defaults) if (!winners.has(name)) winners.set(name, sourced);
  return winners;
}

/** Puts layers over one another, the highest first. */
function stack(layers: readonly ReadonlyMap<SettingName, Sourced>[]): Map<SettingName, Sourced> {
  let top = new Map<SettingName, Sourced>();
  for (const layer of layers) {
    if (layer.size === 0) continue;
    const higher = top;
    // The environment alone may name a project by name and by id, and so may a file.
    top = new Map(higher.size === 0 ? layer : higher);
    if (higher.size === 0) continue;
    const decided = new Set([...higher.keys()].map((name) => definitions[name].traits.oneOf));
    for (const [name, sourced] of layer) {
      const { oneOf } = definitions[name].traits;
      if (higher.has(name) || (oneOf !== undefined && decided.has(oneOf)) || !fits(name, sourced, higher)) continue;
      top.set(name, sourced);
    }
  }
  return top;
}

/** What an option said, as text; an empty text is nothing said. */
function nonEmpty(value: string | number | boolean | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : String(value);
}

/** The first of the named variables that is not empty. */
function variable(env: Environment, names: readonly string[]): { name: string; value: string } | undefined {
  for (const name of names) {
    const value = env[name];
    if (value !== undefined && value !== '') return { name, value };
  }
  return undefined;
}

/** The value as the program uses it; `~/` in a path is the home directory, as openstacksdk has it for every source. */
function convert(name: SettingName, sourced: Sourced, home: string | undefined): unknown {
  switch (definitions[name].type) {
    case 'interface':
      return interfaceOf(sourced);
    case 'seconds':
      return secondsOf(name, sourced);
    case 'path':
      return expandHome(String(sourced.value), home);
    case 'flag':
      return isOn(String(sourced.value));
    default:
      return sourced.value;
  }
}

const INTERFACES: Readonly<Record<string, Interface>> = {
  public: 'public',
  publicURL: 'public',
  internal: 'internal',
  internalURL: 'internal',
  admin: 'admin',
  adminURL: 'admin',
};

function interfaceOf({ value, from }: Sourced): Interface {
  const word = String(value);
  const known = Object.hasOwn(INTERFACES, word) ? INTERFACES[word] : undefined;
  if (known !== undefined) return known;
  const hint = 'One of publicURL, internalURL, adminURL, public, internal, admin.';
  if (from === 'option') throw new UsageError(`there is no interface '${word}' (--endpoint-type)`, { hint });
  throw new Failure(`There is no interface '${word}' (${from})`, { hint });
}

function secondsOf(name: SettingName, { value, from }: Sourced): number {
  const text = String(value);
  const seconds = /^\s*(\d+(\.\d*)?|\.\d+)\s*$/.test(text) ? Number(text) : 0;
  if (seconds > 0) return seconds;
  const { option } = definitions[name];
  if (from === 'option') throw new UsageError(`argument --${option?.long}: invalid number of seconds: '${text}'`);
  throw new Failure(`Invalid ${name} '${text}': expected seconds (${from})`);
}

/** Words that switch something on, as oslo's `bool_from_string` reads NOVACLIENT_INSECURE. */
function isOn(word: string): boolean {
  return ['1', 't', 'true', 'on', 'y', 'yes'].includes(word.trim().toLowerCase());
}

function isOff(word: string): boolean {
  return ['0', 'false', 'no', 'off'].includes(word.trim().toLowerCase());
}

/**
 * Logins are kept unless OS_NO_CACHE is set to anything that does not mean no, or OS_CACHE to something that does. These
 * are no part of a login, so that they count beside any cloud.
 */
function cacheVariable(env: Environment): Sourced | undefined {
  const never = variable(env, ['OS_NO_CACHE']);
  if (never !== undefined && !isOff(never.value)) return { value: false, from: 'env[OS_NO_CACHE]' };
  const wanted = variable(env, ['OS_CACHE']);
  if (wanted !== undefined) return { value: !isOff(wanted.value), from: 'env[OS_CACHE]' };
  return never === undefined ? undefined : { value: true, from: 'env[OS_NO_CACHE]' };
}
