import { definitions, type SettingName } from '../core/definitions.js';
import { Failure } from '../core/errors.js';
import { type Branch, branch, type Leaf, leaf, normalize, textOf } from './cloud-tree.js';
import { commandWords } from './command-words.js';

/** What a cloud says of one setting, and the file that says it. */
export interface CloudValue {
  readonly value: string | readonly string[] | Readonly<Record<string, string>>;
  readonly from: string;
}

export type CloudValues = Readonly<Partial<Record<SettingName, CloudValue>>>;

/** Services by the beginning of their keys, as openstacksdk's aliases have them. */
const SERVICES: Readonly<Record<string, readonly string[]>> = {
  compute: ['compute'],
  identity: ['identity'],
  image: ['image'],
  network: ['network'],
  'object-store': ['object_store'],
  volume: ['block_storage', 'volumev3', 'volumev2', 'volume', 'block_store'],
};

/**
 * The settings in a cloud's merged entry, after openstacksdk's repairs of old spellings (`config/loader.py`
 * magic_fixes and _validate_auth, `config/cloud_region.py`).
 *
 * @param region '' for none
 * @throws Failure for a placeholder that means nothing
 */
export function cloudValues(merged: Branch, region: string): CloudValues {
  const cloud = normalize(merged);
  const auth = branch(cloud.get('auth'));
  const isOld = textOf(cloud.get('auth_type')) === 'v2password';
  const values: Partial<Record<SettingName, CloudValue>> = {};
  const set = (name: SettingName, found: Leaf | undefined): void => {
    const value = found === undefined ? '' : textOf(found);
    if (found !== undefined && value !== '') values[name] = { value, from: found.from };
  };
  for (const name of Object.keys(definitions) as SettingName[]) set(name, find(name, cloud, auth, isOld));
  moveDomain(values);
  if (region !== '') set('region', { value: region, from: leaf(cloud.get('region_name'))?.from ?? fromAny(cloud) });
  const wait = [...cloud.keys()].filter((key) => key.endsWith('timeout') && key !== 'timeout' && key !== 'api_timeout');
  set('timeout', first([cloud], [...wait.reverse(), 'api_timeout']));
  setVerify(cloud, values);
  setPasswordCommand(cloud, auth, values);
  setEndpoints(cloud, values);
  if (values.authUrl !== undefined) {
    const { value, from } = values.authUrl;
    values.authUrl = { value: fill(String(value), cloud, region, from), from };
  }
  // The default, and what we find out ourselves.
  if (values.authType?.value === 'password') delete values.authType;
  return values;
}

/** What a cloud says of a setting that has a key of its own there. */
function find(name: SettingName, cloud: Branch, auth: Branch, isOld: boolean): Leaf | undefined {
  const { names, traits } = definitions[name];
  if (names.auth !== undefined) return first([auth, cloud], names.auth);
  if (names.beside !== undefined) return first([cloud], names.beside);
  if (names.besideOrAuth !== undefined) return first([cloud, auth], names.besideOrAuth);
  // `tenant` gives way to `project`, but for a login over v2.0 that was asked for.
  const keys = isOld && traits.group === 'scope' ? [...(names.either ?? [])].reverse() : (names.either ?? []);
  for (const key of keys) {
    const found = first([auth, cloud], [key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** In a cloud that is scoped to a project, `domain_*` is the domain of its user and its project. */
function moveDomain(values: Partial<Record<SettingName, CloudValue>>): void {
  if (values.projectId === undefined && values.projectName === undefined) return;
  const { domainId, domainName } = values;
  delete values.domainId;
  delete values.domainName;
  for (const side of ['user', 'project'] as const) {
    if (domainId !== undefined) values[`${side}DomainId`] ??= domainId;
    if (domainName !== undefined) values[`${side}DomainName`] ??= domainName;
  }
}

/** The first key that has a value, in the first tree that has one. */
function first(trees: readonly Branch[], keys: readonly string[]): Leaf | undefined {
  for (const tree of trees) {
    for (const key of keys) {
      const found = leaf(tree.get(key));
      if (found !== undefined && textOf(found) !== '') return found;
    }
  }
  return undefined;
}

/** `insecure: true` and `verify: false` mean the same; the words are YAML's. */
function setVerify(cloud: Branch, values: Partial<Record<SettingName, CloudValue>>): void {
  const insecure = leaf(cloud.get('insecure'));
  const verify = leaf(cloud.get('verify'));
  if (insecure !== undefined && /^(true|yes|on|y|1)$/i.test(textOf(insecure))) {
    values.insecure = { value: 'true', from: insecure.from };
  } else if (verify !== undefined && /^(false|no|off|n|0)$/i.test(textOf(verify))) {
    values.insecure = { value: 'true', from: verify.from };
  }
}

function setPasswordCommand(cloud: Branch, auth: Branch, values: Partial<Record<SettingName, CloudValue>>): void {
  const found = leaf(auth.get('password_command')) ?? leaf(cloud.get('password_command'));
  if (found === undefined) return;
  const value = Array.isArray(found.value) ? found.value.map(String) : commandWords(textOf(found), found.from);
  if (value.length > 0) values.passwordCommand = { value, from: found.from };
}

function setEndpoints(cloud: Branch, values: Partial<Record<SettingName, CloudValue>>): void {
  const found = Object.entries(SERVICES).flatMap(([service, prefixes]) => {
    const override = first(
      [cloud],
      prefixes.flatMap((prefix) => `${prefix}_endpoint_override`),
    );
    const one =
      override ??
      first(
        [cloud],
        prefixes.map((prefix) => `${prefix}_endpoint`),
      );
    return one === undefined ? [] : [[service, one] as const];
  });
  const [some] = found;
  if (some === undefined) return;
  const value = Object.fromEntries(found.map(([service, one]) => [service, textOf(one)]));
  values.endpoints = { value, from: some[1].from };
}

/** `{region_name}` and the like in a URL are other keys of the cloud, as Python's `str.format` fills them in. */
function fill(text: string, cloud: Branch, region: string, from: string): string {
  return text.replace(/\{\{|\}\}|\{([^{}]*)\}|[{}]/g, (found, key?: string) => {
    if (found === '{{' || found === '}}') return found.charAt(0);
    const value = key === 'region_name' ? region : key === undefined ? '' : textOf(cloud.get(key));
    if (value !== '') return value;
    throw new Failure(`auth_url in ${from} has a placeholder that means nothing: ${found}.`, {
      name: 'ConfigException',
      hint: "Placeholders are keys of the cloud, as in 'https://{region_name}.example.com'.",
    });
  });
}

const fromAny = (cloud: Branch): string => [...cloud.values()].flatMap((node) => leaf(node)?.from ?? [])[0] ?? '';
