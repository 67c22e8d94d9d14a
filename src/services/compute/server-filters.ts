import { Failure, UsageError } from '../../core/errors.js';
import { atLeast } from '../../lib/microversion.js';
import type { Query } from '../../session/session.js';

/** What a list of servers can be narrowed by, in the words of novaclient's options; times are ISO 8601. */
export interface ServerFilters {
  readonly allTenants: number;
  readonly deleted: boolean;
  readonly configDrive: boolean;
  readonly noConfigDrive: boolean;
  /** `key`, `key:asc` or `key:desc`, several with commas between them. */
  readonly sort: string | undefined;
  readonly tenant: string | undefined;
  readonly user: string | undefined;
  readonly reservationId: string | undefined;
  readonly ip: string | undefined;
  readonly ip6: string | undefined;
  readonly name: string | undefined;
  readonly status: string | undefined;
  readonly host: string | undefined;
  readonly availabilityZone: string | undefined;
  readonly keyName: string | undefined;
  readonly progress: string | undefined;
  readonly vmState: string | undefined;
  readonly taskState: string | undefined;
  readonly powerState: string | undefined;
  readonly marker: string | undefined;
  readonly changesSince: string | undefined;
  readonly changesBefore: string | undefined;
  readonly tags: string | undefined;
  readonly tagsAny: string | undefined;
  readonly notTags: string | undefined;
  readonly notTagsAny: string | undefined;
  readonly locked: string | undefined;
}

/** Of every project? One project's servers can only be asked for among those of all. */
export function ofAllTenants({ allTenants, tenant }: Pick<ServerFilters, 'allTenants' | 'tenant'>): boolean {
  return allTenants !== 0 || (tenant ?? '') !== '';
}

/**
 * Filters under the names that the API has for them, but for `ip`. Compute API reference: "List Servers Detailed", request
 * parameters; `True` and `False` as novaclient spells them (v2/servers.py, list).
 * @throws Failure, in novaclient's sentences, for a sort direction that is none.
 */
export function serverQuery(filters: ServerFilters): Query {
  return {
    ...sortQuery(filters.sort),
    all_tenants: ofAllTenants(filters) ? filters.allTenants || 1 : undefined,
    tenant_id: filters.tenant,
    user_id: filters.user,
    deleted: filters.deleted ? 'True' : undefined,
    config_drive: filters.configDrive ? 'True' : filters.noConfigDrive ? 'False' : undefined,
    reservation_id: filters.reservationId,
    ip6: filters.ip6,
    name: filters.name,
    status: filters.status,
    host: filters.host,
    availability_zone: filters.availabilityZone,
    key_name: filters.keyName,
    progress: filters.progress,
    vm_state: filters.vmState,
    task_state: filters.taskState,
    power_state: filters.powerState,
    marker: filters.marker,
    'changes-since': filters.changesSince,
    'changes-before': filters.changesBefore,
    tags: filters.tags,
    'tags-any': filters.tagsAny,
    'not-tags': filters.notTags,
    'not-tags-any': filters.notTagsAny,
    locked: filters.locked,
  };
}

/** Microversions that brought a filter (nova/api/openstack/compute/rest_api_version_history.rst). */
const SINCE = [
  ['changesBefore', '--changes-before', '2.66'],
  ['tags', '--tags', '2.26'],
  ['tagsAny', '--tags-any', '2.26'],
  ['notTags', '--not-tags', '2.26'],
  ['notTagsAny', '--not-tags-any', '2.26'],
  ['locked', '--locked', '2.73'],
] as const;

/**
 * Older servers ignore or refuse a filter that they do not know; novaclient then does not know the option either.
 * @param microversion is asked only when there is such a filter.
 * @throws UsageError in argparse's words, with what would be needed.
 */
export async function checkSupported(
  filters: ServerFilters,
  microversion: () => Promise<string | undefined>,
): Promise<void> {
  const given = SINCE.filter(([key]) => filters[key] !== undefined);
  if (given.length === 0) return;
  const version = await microversion();
  const lacking = given.filter(([, , needed]) => !atLeast(version, needed));
  const [first] = lacking;
  if (first === undefined) return;
  const words = lacking.map(([key, option]) => `${option} ${filters[key]}`);
  throw new UsageError(`unrecognized arguments: ${words.join(' ')}`, {
    hint: `${first[1]} needs Compute API ${first[2]} or later, this is ${version ?? 'one without microversions'}.`,
  });
}

function sortQuery(sort: string | undefined): Query {
  if (sort === undefined || sort === '') return {};
  const keys: string[] = [];
  const directions: string[] = [];
  for (const part of sort.split(',')) {
    const colon = part.indexOf(':');
    const direction = colon < 0 ? '' : part.slice(colon + 1);
    if (!['', 'asc', 'desc'].includes(direction)) throw new Failure(`Unknown sort direction: ${direction}`);
    keys.push(colon < 0 ? part : part.slice(0, colon));
    directions.push(direction || 'desc');
  }
  return { sort_key: keys, sort_dir: directions };
}
