import type { Globals } from '../../cli/globals.js';
import type { Command } from '../../command/command.js';
import { definitions, type SettingName } from '../../core/definitions.js';
import { UsageError } from '../../core/errors.js';
import type { Host } from '../../host/host.js';
import { allClouds } from '../select-cloud.js';

/** A cloud that is asked, or one region of it. */
export interface Target {
  /** Left out: the one that is worked with where no option names another one. */
  readonly cloud?: string;
  /** Left out: the one of its settings. */
  readonly region?: string;
}

/** As sentences call it: `cloud b`. */
export const cloudLabel = ({ cloud }: Target): string => (cloud === undefined ? 'this cloud' : `cloud ${cloud}`);

/** The same with its region, where all are asked. */
export const labelOf = (target: Target): string =>
  target.region === undefined ? cloudLabel(target) : `${cloudLabel(target)}, region ${target.region}`;

/** The clouds that the options name, in that order, or in that of clouds.yaml; each of them once. */
export async function askedClouds(
  host: Pick<Host, 'env' | 'files'>,
  { allClouds: isAll, osCloud }: Globals,
): Promise<readonly Target[]> {
  const typed = (osCloud ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const names = isAll ? await allClouds(host) : [...new Set(typed)];
  return names.length === 0 ? [{}] : names.map((cloud) => ({ cloud }));
}

/** Views of which several can stand beside each other. */
const MERGED: readonly Command['shows'][] = ['list', 'show', 'sections'];

/** What is for one cloud: recordings, lines for a shell, the one embedded cloud. */
const FOR_ONE = ['record', 'replay', 'curl'] as const;

/** Where the program's own service is: of one region of one cloud. */
const ENDPOINT: SettingName = 'endpointOverride';

/**
 * Refuses what cannot be asked of several clouds.
 * @throws UsageError
 */
export function checkMany(command: Command, globals: Globals): void {
  const { allClouds: isAll, allRegions } = globals;
  const option = isAll ? '--all-clouds' : allRegions ? '--all-regions' : '--os-cloud';
  const refuse = (why: string): UsageError => new UsageError(`argument ${option}: ${why}`);
  const isMerged = MERGED.includes(command.shows);
  // `api` may change something, or only ask: its answers are texts in either case.
  if (command.shows === 'outcomes' || (command.change !== undefined && isMerged)) {
    throw refuse('several clouds are never changed at once; name one');
  }
  if (!isMerged) throw refuse('several clouds are asked for lists and for what one thing is; name one');
  for (const key of FOR_ONE) if (globals[key]) throw refuse(`not allowed with --${key}`);
  const isSeveral = isAll || (globals.osCloud ?? '').includes(',');
  if (isSeveral && globals.sandbox) throw refuse('not allowed with --sandbox');
  for (const name of Object.keys(definitions) as SettingName[]) {
    const { traits, option: own } = definitions[name];
    // A region, and what a service is called, may be the same in several clouds.
    const isOfOne = traits.group === 'who' || (traits.group === 'where' && traits.decidesLogin) || name === ENDPOINT;
    const value = globals[name as keyof Globals];
    if (!isOfOne || value === undefined || value === '' || value === false) continue;
    // One cloud with all its regions has one login, and several endpoints.
    if (!isSeveral && name !== ENDPOINT) continue;
    throw refuse(`not allowed with --${own?.long ?? name}: each has its own`);
  }
  if (isSeveral && (globals.osPasswordFile || globals.osPasswordStdin)) {
    throw refuse(`not allowed with --os-password-${globals.osPasswordStdin ? 'stdin' : 'file'}: each has its own`);
  }
}
