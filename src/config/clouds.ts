import { Failure } from '../core/errors.js';
import { asArray, isRecord } from '../lib/read.js';
import { type Branch, branch, leaf, mergeAuth, mergeDeep, normalize, plant, textOf } from './cloud-tree.js';
import { type CloudValues, cloudValues } from './cloud-values.js';

/** A file that was found, and what stands in it. */
export interface CloudFile {
  readonly path: string;
  readonly document: unknown;
}

/** The files of one run; any of them may be missing. */
export interface CloudFiles {
  readonly clouds?: CloudFile;
  readonly secure?: CloudFile;
  /** Profiles of clouds: `clouds-public.yaml`. */
  readonly vendor?: CloudFile;
  /** Profiles that are known without any file, if one of them may be meant. */
  readonly known?: CloudFile;
}

/** One cloud of the files, with its profile and the values of one region. */
export interface Cloud {
  readonly name: string;
  readonly values: CloudValues;
  /** The regions that it has, the default one first; empty when it does not say. */
  readonly regions: readonly string[];
  /** What a person may want to know: a profile that nobody knows. */
  readonly notes: readonly string[];
}

/** The names of the clouds in `clouds.yaml` and `secure.yaml`, in their order there. */
export function cloudNames(files: CloudFiles): readonly string[] {
  return [...clouds(files).keys()];
}

/**
 * One cloud as openstacksdk sees it (`config/loader.py` get_one): `secure.yaml` over `clouds.yaml` over the profile, the
 * values of the region over all. Pure: the files have been read before.
 *
 * @param region what an option or the environment asked for
 * @throws Failure for a cloud, a region or a placeholder that there is not
 */
export function readCloud(files: CloudFiles, name: string, region?: string): Cloud {
  const all = clouds(files);
  const own = all.get(name);
  if (own === undefined) throw noSuchCloud(files, name, [...all.keys()]);
  const entry = branch(own);
  const notes: string[] = [];
  const profile = profileOf(files, name, entry, notes);
  const base = mergeAuth(profile.values, entry);
  const known = regionsOf(name, normalize(entry), profile);
  const chosen = chooseRegion(name, known, region);
  const values = cloudValues(mergeAuth(base, chosen.values), chosen.name);
  return { name, values, regions: known.regions.map((one) => one.name), notes };
}

function clouds({ clouds: main, secure }: CloudFiles): Branch {
  const below = main === undefined ? new Map() : plant(main.document, main.path);
  const above = secure === undefined ? new Map() : plant(secure.document, secure.path);
  return branch(mergeDeep(below, above).get('clouds'));
}

function noSuchCloud(files: CloudFiles, name: string, known: readonly string[]): Failure {
  const path = files.clouds?.path ?? files.secure?.path;
  if (path === undefined) {
    return new Failure(`Cloud ${name} was not found.`, {
      name: 'ConfigException',
      hint: 'There is no clouds.yaml: neither here, nor in ~/.config/openstack, nor in /etc/openstack.',
    });
  }
  const hint = known.length === 0 ? `${path} names no clouds.` : `${path} has ${known.join(', ')}.`;
  return new Failure(`Cloud ${name} was not found.`, { name: 'ConfigException', hint });
}

/** Does a cloud have a profile that `clouds-public.yaml` has not? */
export function needsKnown(files: CloudFiles): boolean {
  const own = profiles(files.vendor);
  return [...clouds(files).values()].some((one) => {
    const name = profileName(branch(one));
    return name !== '' && !own.has(name);
  });
}

/** `cloud` is the old name of `profile`. */
const profileName = (entry: Branch): string => textOf(entry.get('profile')) || textOf(entry.get('cloud'));

const profiles = (file: CloudFile | undefined): Branch =>
  file === undefined ? new Map() : branch(plant(file.document, file.path).get('public-clouds'));

function profileOf({ vendor, known }: CloudFiles, name: string, entry: Branch, notes: string[]): Profile {
  const profile = profileName(entry);
  if (profile === '') return { values: new Map(), isOld: false };
  const own = profiles(vendor).get(profile);
  const found = own ?? profiles(known).get(profile);
  if (found === undefined) {
    const where = vendor === undefined ? 'there is no clouds-public.yaml' : `it is not in ${vendor.path}`;
    const why = URL.canParse(profile) ? 'profiles are not fetched from the network' : where;
    notes.push(`The profile '${profile}' of the cloud '${name}' is not known: ${why}.`);
  }
  return { values: branch(found), isOld: own === undefined };
}

interface Profile {
  readonly values: Branch;
  /** It came with this program, and the cloud may have got regions since. */
  readonly isOld: boolean;
}

interface Region {
  readonly name: string;
  readonly values: Branch;
}

interface Regions {
  readonly regions: readonly Region[];
  /** From a list of regions, outside of which there is none. */
  readonly isList: boolean;
}

function regionsOf(cloud: string, entry: Branch, profile: Profile): Regions {
  for (const tree of [entry, normalize(profile.values)]) {
    const mayHaveMore = tree !== entry && profile.isOld;
    const list = leaf(tree.get('regions'));
    if (list !== undefined) {
      const regions = asArray(list.value).map((one) => regionOf(cloud, one, list.from));
      if (regions.length > 0) return { regions, isList: !mayHaveMore };
    }
    const named = leaf(tree.get('region_name'));
    const names = Array.isArray(named?.value) ? named.value.map(String) : textOf(tree.get('region_name')).split(',');
    const regions = names.filter((name) => name !== '').map((name) => ({ name, values: new Map() }));
    if (regions.length > 0) return { regions, isList: regions.length > 1 && !mayHaveMore };
  }
  return { regions: [], isList: false };
}

/** A region is its name, or a map of `name` and `values`. */
function regionOf(cloud: string, entry: unknown, from: string): Region {
  if (!isRecord(entry)) return { name: String(entry ?? ''), values: new Map() };
  const { name, values, ...others } = entry;
  if ((typeof name !== 'string' && typeof name !== 'number') || Object.keys(others).length > 0) {
    throw new Failure(`A region of the cloud '${cloud}' in ${from} is neither a name nor a map of name and values.`, {
      name: 'ConfigException',
    });
  }
  return { name: String(name), values: plant(values, from) };
}

function chooseRegion(cloud: string, { regions, isList }: Regions, wanted: string | undefined): Region {
  const [first] = regions;
  if (wanted === undefined) return first ?? { name: '', values: new Map() };
  const found = regions.find(({ name }) => name === wanted);
  if (found !== undefined || !isList) return found ?? { name: wanted, values: new Map() };
  throw new Failure(`Region ${wanted} is not a valid region name for cloud ${cloud}.`, {
    name: 'ConfigException',
    hint: `It has ${regions.map(({ name }) => name).join(', ')}; upper and lower case count.`,
  });
}
