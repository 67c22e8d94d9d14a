import { Failure, UsageError } from '../lib/errors.js';
import type { Interface, Settings } from '../lib/settings.js';

export type SettingName = keyof Settings;

/** What the options said, by setting; a setting that no option named is absent. */
export type Given = Readonly<Partial<Record<SettingName, string | number | boolean>>>;

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

/**
 * Weighs options over environment over defaults; an empty value counts as unset. Pure.
 *
 * @param applet whose variables count: `nova`, `keystone`; anything else counts as nova
 * @throws UsageError for a bad value of an option, Failure for one of a variable, naming it
 */
export function resolveSettings(given: Given, env: Environment, applet: string): Settings {
  const names = environmentNames(applet);
  const resolved: Partial<Record<SettingName, string>> = {};
  for (const name of Object.keys({ ...names, ...given }) as SettingName[]) {
    const value = spoken(given[name]) ?? variable(env, names[name] ?? [])?.value;
    if (value !== undefined) resolved[name] = value;
  }
  return Object.freeze({
    ...resolved,
    // A token in the environment may be a left-over beside a password; one on the command line is what is meant.
    ...(spoken(given.token) === undefined || resolved.authType !== undefined ? {} : { authType: 'token' }),
    interface: chooseInterface(given, env, names.interface ?? []),
    insecure: isOn(resolved.insecure ?? ''),
    timeout: chooseTimeout(given.timeout),
    cache: mayCache(given.cache, env),
  });
}

/** What an option said, as text; an empty text is nothing said. */
function spoken(value: string | number | boolean | undefined): string | undefined {
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

function chooseInterface(given: Given, env: Environment, names: Names): Interface {
  const option = spoken(given.interface);
  const found = option === undefined ? variable(env, names) : undefined;
  const word = option ?? found?.value;
  if (word === undefined) return 'public';
  const known = Object.hasOwn(INTERFACES, word) ? INTERFACES[word] : undefined;
  if (known !== undefined) return known;
  const hint = 'One of publicURL, internalURL, adminURL, public, internal, admin.';
  if (found === undefined) throw new UsageError(`there is no interface '${word}' (--endpoint-type)`, { hint });
  throw new Failure(`There is no interface '${word}' (env[${found.name}])`, { hint });
}

function chooseTimeout(given: string | number | boolean | undefined): number {
  const text = spoken(given);
  if (text === undefined) return TIMEOUT;
  const seconds = /^\s*(\d+(\.\d*)?|\.\d+)\s*$/.test(text) ? Number(text) : 0;
  if (seconds > 0) return seconds;
  throw new UsageError(`argument --timeout: invalid number of seconds: '${text}'`);
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
  const option = spoken(given);
  if (option !== undefined) return !isOff(option);
  const never = variable(env, ['OS_NO_CACHE']);
  if (never !== undefined && !isOff(never.value)) return false;
  const wanted = variable(env, ['OS_CACHE']);
  return wanted === undefined || !isOff(wanted.value);
}
