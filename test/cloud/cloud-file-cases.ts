/** Files of clouds as people write them, made by chance and the same in every run. */
import { stringify } from 'yaml';
import { dice } from '../support/dice.js';

export interface FileCase {
  /** By the name of the file. */
  readonly texts: Readonly<Record<string, string>>;
  readonly region?: string;
}

type Entry = Record<string, unknown>;

const URLS = ['http://h:5000/v2.0', 'http://h:5000', 'https://h.example.com/identity/v3', 'https://{region_name}.h'];
const WORDS = [
  'alpha',
  'beta',
  'a b',
  'x-1',
  'Ünï',
  '12',
  '0123',
  '3.10',
  'true',
  'no',
  'p@ss:w',
  '#c',
  '~user',
  '{x}',
];
const WHO = ['username', 'user_id', 'user_name', 'password', 'token', 'trust_id', 'passcode', 'system_scope'];
const SCOPE = ['project_name', 'project_id', 'tenant_name', 'tenant_id', 'project-name', 'tenant-id'];
const DOMAINS = ['domain_id', 'domain_name', 'user_domain_id', 'user_domain_name', 'project_domain_id'].concat(
  ...['project_domain_name', 'default_domain_id', 'default_domain_name', 'user-domain-name'],
);
const CREDENTIAL = ['application_credential_id', 'application_credential_name', 'application_credential_secret'];
const TYPES = ['password', 'v3password', 'v3token', 'token', 'v3applicationcredential', 'v3totp', 'v2password'];
const VERSIONS = ['2', '2.1', '2.79', '3', 2, 3];
const SERVICES = ['compute', 'identity', 'image', 'network', 'object_store', 'volume', 'block_storage', 'volumev3'];
const PROFILES = [
  'vendor1',
  'vendor2',
  'ovh',
  'citycloud',
  'rackspace',
  'betacloud',
  'ultimum',
  'auro',
  'switchengines',
];

/** Makes cases with one pair of dice. */
export function cloudFileCases(seed: number, count: number): FileCase[] {
  const roll = dice(seed);
  const one = <T>(all: readonly T[]): T => all[roll(all.length)] as T;
  const chance = (percent: number): boolean => roll(100) < percent;
  const word = (): unknown => (chance(12) ? roll(99_999) : one(WORDS));

  const auth = (): Entry => {
    const entry: Entry = chance(85) ? { auth_url: one(URLS) } : {};
    for (const key of WHO) if (chance(22)) entry[key] = word();
    for (const key of [...SCOPE, ...DOMAINS, ...CREDENTIAL]) if (chance(9)) entry[key] = word();
    return entry;
  };
  const regions = (): Entry => {
    if (chance(55)) return {};
    if (chance(40)) return { region_name: one(['R1', 'R2', 'R1,R2']) };
    const list = ['R1', 'R2', 'R3'].slice(0, 1 + roll(3));
    return { regions: list.map((name) => (chance(30) ? { name, values: beside(20) } : name)) };
  };
  const beside = (percent: number): Entry => {
    const entry: Entry = {};
    const put = (key: string, value: () => unknown): void => {
      if (roll(1000) < percent * 10) entry[chance(10) ? key.replaceAll('_', '-') : key] = value();
    };
    for (const key of ['auth_type', 'auth_plugin']) put(key, () => one(TYPES));
    for (const key of ['identity', 'compute', 'image', 'volume', 'block_storage'])
      put(`${key}_api_version`, () => one(VERSIONS));
    put('compute_default_microversion', () => one(VERSIONS));
    for (const key of ['interface', 'endpoint_type']) put(key, () => one(['public', 'internal', 'admin']));
    for (const key of ['verify', 'insecure']) put(key, () => one([true, false, 'true', 'false', 'True', 'False']));
    for (const key of ['cacert', 'cert', 'key']) put(key, () => one(['/etc/ca.pem', 'ca.pem']));
    for (const key of ['api_timeout', 'nova_timeout']) put(key, () => 1 + roll(90));
    for (const key of SERVICES) {
      if (!chance(30)) continue;
      for (const kind of ['endpoint', 'endpoint_override'])
        put(`${key}_${kind}`, () => `http://h${roll(9)}.example.com:87/v2`);
    }
    for (const key of [...WHO, ...SCOPE, ...DOMAINS, ...CREDENTIAL]) if (chance(Math.ceil(percent / 4))) put(key, word);
    return entry;
  };
  const cloud = (percent: number): Entry => ({
    ...(chance(92) ? { auth: auth() } : {}),
    ...regions(),
    ...beside(percent),
  });
  const text = (value: unknown, name: string): Record<string, string> => {
    if (chance(25)) return { [`${name}.json`]: JSON.stringify(value) };
    return { [`${name}.yaml`]: stringify(value, { version: '1.1', collectionStyle: chance(20) ? 'flow' : 'any' }) };
  };

  return Array.from({ length: count }, (): FileCase => {
    const profile = chance(45) ? { [chance(15) ? 'cloud' : 'profile']: one(PROFILES) } : {};
    const main = { clouds: { c: { ...profile, ...cloud(12) }, ...(chance(20) ? { d: cloud(5) } : {}) } };
    const secret = { clouds: { c: { auth: { password: word() }, ...beside(4) } } };
    const vendors = { 'public-clouds': { vendor1: cloud(8), vendor2: cloud(8) } };
    return {
      texts: {
        ...text(main, 'clouds'),
        ...(chance(35) ? text(secret, 'secure') : {}),
        ...(chance(80) ? text(vendors, 'clouds-public') : {}),
      },
      ...(chance(40) ? { region: one(['R1', 'R2', 'R3', 'GRA1', 'DFW']) } : {}),
    };
  });
}
