import { Failure, UsageError } from '../core/errors.js';
import type { Interface, Settings } from '../core/settings.js';

export type SettingName = keyof Settings;

/** What the options said, by setting; a setting that no option named is absent. */
export type OptionValues = Readonly<Partial<Record<SettingName, string | number | boolean>>>;

export type Environment = Readonly<Record<string, string | undefined>>;

type Names = readonly string[];

/** Seconds of silence after which a server counts as gone. */
const TIMEOUT = 60;

/**
 * The variables of each setting, the first non-empty one wins. Sources: python-novaclient 18 `shell.py` and
 * python-keystoneclient 2.3.2 `shell.py`, and the names that keystoneauth registers for both.
 */
const COMMON: Readonly<Partial<Record<SettingName, Names>>> = {
  username: ['OS_USERNAME'],
  userId: ['OS_USER_ID'],
  password: ['OS_PASSWORD'],
  userDomainId: ['OS_USER_DOMAIN_ID'],
  userDomainName: ['OS_USER_DOMAIN_NAME'],
  token: ['OS_TOKEN', 'OS_AUTH_TOKEN'],
  authType: ['OS_AUTH_TYPE', 'OS_AUTH_PLUGIN'],
  projectName: ['OS_PROJECT_NAME', 'OS_TENANT_NAME'],
  projectId: ['OS_PROJECT_ID', 'OS_TENANT_ID'],
  projectDomainId: ['OS_PROJECT_DOMAIN_ID'],
  projectDomainName: ['OS_PROJECT_DOMAIN_NAME'],
  domainId: ['OS_DOMAIN_ID'],
  domainName: ['OS_DOMAIN_NAME'],
  defaultDomainId: ['OS_DEFAULT_DOMAIN_ID'],
  defaultDomainName: ['OS_DEFAULT_DOMAIN_NAME'],
  systemScope: ['OS_SYSTEM_SCOPE'],
  trustId: ['OS_TRUST_ID'],
  passcode: ['OS_PASSCODE'],
  applicationCredentialId: ['OS_APPLICATION_CREDENTIAL_ID'],
  applicationCredentialName: ['OS_APPLICATION_CREDENTIAL_NAME'],
  applicationCredentialSecret: ['OS_APPLICATION_CREDENTIAL_SECRET'],
  authUrl: ['OS_AUTH_URL'],
  region: ['OS_REGION_NAME'],
  interface: ['OS_ENDPOINT_TYPE', 'OS_INTERFACE'],
  identityApiVersion: ['OS_IDENTITY_API_VERSION'],
  computeApiVersion: ['OS_COMPUTE_API_VERSION'],
  imageApiVersion: ['OS_IMAGE_API_VERSION'],
  volumeApiVersion: ['OS_VOLUME_API_VERSION'],
  cacert: ['OS_CACERT'],
  cert: ['OS_CERT'],
  key: ['OS_KEY'],
};

const NOVA: typeof COMMON = {
  ...COMMON,
  username: ['OS_USERNAME', 'NOVA_USERNAME'],
  password: ['OS_PASSWORD', 'NOVA_PASSWORD'],
  projectName: ['OS_PROJECT_NAME', 'OS_TENANT_NAME', 'NOVA_PROJECT_ID'],
  authUrl: ['OS_AUTH_URL', 'NOVA_URL'],
  region: ['OS_REGION_NAME', 'NOVA_REGION_NAME'],
  interface: ['NOVA_ENDPOINT_TYPE', 'OS_ENDPOINT_TYPE', 'OS_INTERFACE'],
  endpointOverride: ['OS_ENDPOINT_OVERRIDE', 'NOVACLIENT_ENDPOINT_OVERRIDE', 'NOVACLIENT_BYPASS_URL'],
  serviceName: ['NOVA_SERVICE_NAME'],
  insecure: ['NOVACLIENT_INSECURE'],
};

const KEYSTONE: typeof COMMON = {
  ...COMMON,
  serviceToken: ['OS_SERVICE_TOKEN', 'SERVICE_TOKEN'],
  serviceEndpoint: ['OS_SERVICE_ENDPOINT', 'SERVICE_ENDPOINT'],
  identityApiVersion: ['OS_IDENTITY_API_VERSION', 'KEYSTONE_VERSION'],
};

/** Variables of the settings of one program; our own commands read what nova reads. */
export function environmentNames(applet: string): Readonly<Partial<Record<SettingName, Names>>> {
  return applet === 'keystone' ? KEYSTONE : NOVA;
}

/** What a file says of settings, and where; read before, so that weighing stays pure. */
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
}

/** A setting's value and where it came from: `option`, `env[OS_USERNAME]`, the path of a file. */
export interface Sourced {
  readonly value: unknown;
  readonly from: string;
}

/**
 * What excludes each other. Whoever names one of a group means it instead of all that lies below: a project on the
 * command line replaces a domain in the environment.
 */
const EXCLUSIVE: readonly Names[] = [
  ['username', 'userId'],
  ['userDomainId', 'userDomainName'],
  ['projectDomainId', 'projectDomainName'],
  ['projectName', 'projectId', 'domainId', 'domainName', 'systemScope', 'trustId'],
  ['password', 'passwordCommand', 'token', 'applicationCredentialId', 'applicationCredentialName'],
];

/** What only makes sense with a way to log in: is it of use beside what a higher layer names? */
function fits(name: SettingName, { value }: Sourced, top: ReadonlyMap<SettingName, Sourced>): boolean {
  const isPassword = top.has('password') || top.has('passwordCommand');
  const isCredential = top.has('applicationCredentialId') || top.has('applicationCredentialName');
  const isToken = top.has('token');
  if (name === 'applicationCredentialSecret') return isCredential || !(isPassword || isToken);
  if (name !== 'authType' || !(isPassword || isCredential || isToken)) return true;
  const type = String(value);
  return type.endsWith('token') ? isToken : type.endsWith('applicationcredential') ? isCredential : isPassword;
}

/** What a cloud chosen on the command line leaves to the environment: a passcode is of the moment. */
const OF_THE_MOMENT: readonly SettingName[] = ['passcode'];

/**
 * Weighs options over environment over clouds.yaml over our own settings over defaults; an empty value counts as unset.
 * Pure.
 *
 * @param applet whose variables count: `nova`, `keystone`; anything else counts as nova
 * @throws UsageError for a bad value of an option, Failure for one of a variable or a file, naming it
 */
export function resolveSettings(
  given: OptionValues,
  env: Environment,
  applet: string,
  below: LowerLayers = {},
): Settings {
  const weighed = mergeLayers(given, env, applet, below);
  const resolved: Record<string, unknown> = {};
  for (const [name, { value }] of weighed) resolved[name] = value;
  return Object.freeze({
    ...resolved,
    // A token in the environment may be a left-over beside a password; one on the command line is what is meant.
    ...(nonEmpty(given.token) === undefined || resolved.authType !== undefined ? {} : { authType: 'token' }),
    interface: chooseInterface(weighed.get('interface')),
    insecure: isOn(String(resolved.insecure ?? '')),
    timeout: chooseTimeout(weighed.get('timeout')),
    cache: mayCache(given.cache, env),
  });
}

/** The winner of each setting that anybody named, before it is checked. */
export function mergeLayers(
  given: OptionValues,
  env: Environment,
  applet: string,
  { cloud, cloudFirst = false, userConfig }: LowerLayers = {},
): ReadonlyMap<SettingName, Sourced> {
  const names = environmentNames(applet);
  const layers: ReadonlyMap<SettingName, Sourced>[] = [];
  const options = new Map<SettingName, Sourced>();
  for (const name of Object.keys(given) as SettingName[]) {
    const value = nonEmpty(given[name]);
    if (value !== undefined) options.set(name, { value, from: 'option' });
  }
  const variables = new Map<SettingName, Sourced>();
  for (const name of Object.keys(names) as SettingName[]) {
    const found = variable(env, names[name] ?? []);
    if (found === undefined || (cloudFirst && !OF_THE_MOMENT.includes(name))) continue;
    variables.set(name, { value: found.value, from: `env[${found.name}]` });
  }
  layers.push(options, variables);
  for (const layer of [cloud, userConfig]) {
    if (layer !== undefined) layers.push(new Map(Object.entries(layer) as [SettingName, Sourced][]));
  }
  return stack(layers);
}

/** Puts layers over one another, the highest first. */
function stack(layers: readonly ReadonlyMap<SettingName, Sourced>[]): ReadonlyMap<SettingName, Sourced> {
  const top = new Map<SettingName, Sourced>();
  for (const layer of layers) {
    // The environment alone may name a project by name and by id, and so may a file.
    const higher = new Map(top);
    const replaced = top.size === 0 ? undefined : new Set(EXCLUSIVE.flatMap((group) => taken(group, top)));
    for (const [name, weighed] of layer) {
      if (replaced === undefined) top.set(name, weighed);
      else if (!replaced.has(name) && !top.has(name) && fits(name, weighed, higher)) top.set(name, weighed);
    }
  }
  return top;
}

/** The members of a group that a higher layer has decided by naming another one. */
function taken(group: Names, top: ReadonlyMap<SettingName, Sourced>): Names {
  const named = group.filter((name) => top.has(name as SettingName));
  return named.length === 0 ? [] : group.filter((name) => !named.includes(name));
}

/** What an option said, as text; an empty text is nothing said. */
function nonEmpty(value: string | number | boolean | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : String(value);
}

/** The first of the named variables that is not empty. */
function variable(env: Environment, names: Names): { name: string; value: string } | undefined {
  for (const name of names) {
    const value = env[name];
    if (value !== undefined && value !== '') return { name, value };
  }
  return undefined;
}

const INTERFACES: Readonly<Record<string, Interface>> = {
  public: 'public',
  publicURL: 'public',
  internal: 'internal',
  internalURL: 'internal',
  admin: 'admin',
  adminURL: 'admin',
};

function chooseInterface(weighed: Sourced | undefined): Interface {
  if (weighed === undefined) return 'public';
  const word = String(weighed.value);
  const known = Object.hasOwn(INTERFACES, word) ? INTERFACES[word] : undefined;
  if (known !== undefined) return known;
  const hint = 'One of publicURL, internalURL, adminURL, public, internal, admin.';
  if (weighed.from === 'option') throw new UsageError(`there is no interface '${word}' (--endpoint-type)`, { hint });
  throw new Failure(`There is no interface '${word}' (${weighed.from})`, { hint });
}

function chooseTimeout(weighed: Sourced | undefined): number {
  if (weighed === undefined) return TIMEOUT;
  const text = String(weighed.value);
  const seconds = /^\s*(\d+(\.\d*)?|\.\d+)\s*$/.test(text) ? Number(text) : 0;
  if (seconds > 0) return seconds;
  if (weighed.from === 'option') throw new UsageError(`argument --timeout: invalid number of seconds: '${text}'`);
  throw new Failure(`Invalid timeout '${text}': expected seconds (${weighed.from})`);
}

/** Words that switch something on, as oslo's `bool_from_string` reads NOVACLIENT_INSECURE. */
function isOn(word: string): boolean {
  return ['1', 't', 'true', 'on', 'y', 'yes'].includes(word.trim().toLowerCase());
}

function isOff(word: string): boolean {
  return ['0', 'false', 'no', 'off'].includes(word.trim().toLowerCase());
}

/**
 * Tokens are kept unless someone says otherwise: `--no-cache`, `OS_NO_CACHE` set to anything that does not mean no, or
 * `OS_CACHE` set to something that does.
 */
function mayCache(given: string | number | boolean | undefined, env: Environment): boolean {
  const option = nonEmpty(given);
  if (option !== undefined) return !isOff(option);
  const never = variable(env, ['OS_NO_CACHE']);
  if (never !== undefined && !isOff(never.value)) return false;
  const wanted = variable(env, ['OS_CACHE']);
  return wanted === undefined || !isOff(wanted.value);
}
