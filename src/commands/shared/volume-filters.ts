import type { Context } from '../../command/context.js';
import { withTimesAgo } from '../../lib/age.js';
import type { Json } from '../../lib/read.js';
import type { Resource } from '../../services/resource.js';
import { isV1 } from '../../services/volume/api.js';
import { filterQuery, metadataQuery, sortOrder, volumeList } from '../../services/volume/listing.js';
import type { Query } from '../../session/session.js';
import { namedFilters } from './named-filters.js';
import { counting } from './total-line.js';
import { checkOnce } from './volume-options.js';

/** The options that lists of volumes and of snapshots have in common, as `volume-options.ts` makes them. */
interface Filters {
  readonly allTenants: number;
  readonly name: string | undefined;
  readonly status: string | undefined;
  readonly metadata: readonly (readonly string[])[];
  readonly marker: string | undefined;
  readonly limit: string | undefined;
  readonly sort: string | undefined;
  readonly tenant: string | undefined;
  readonly filters: readonly (readonly string[])[];
  readonly withCount: unknown;
}

/**
 * The volumes or snapshots that the options leave, page by page.
 * @param own filters that only this list has, by the API's names
 * @throws Failure for a project that is not there, UsageError for what is asked for twice
 */
export async function* filteredPages(
  resource: Resource,
  own: Query,
  { session, options: given, warn, now }: Pick<Context<Filters, unknown>, 'session' | 'options' | 'warn' | 'now'>,
): AsyncGenerator<readonly Json[]> {
  const { name, status, metadata, marker, limit, sort, withCount } = given;
  const filters = {
    [(await isV1(session)) ? 'display_name' : 'name']: name,
    status,
    ...own,
    metadata: metadataQuery(metadata.at(-1)),
  };
  checkOnce(given.filters, filters);
  const { projectId, checked } = await namedFilters({ session, warn }, { project: given.tenant });
  const query = {
    all_tenants: projectId === undefined ? given.allTenants || undefined : 1,
    project_id: projectId,
    ...filters,
    ...withTimesAgo(filterQuery(given.filters), now),
    with_count: withCount ? 'True' : undefined,
    marker,
    sort: sortOrder(sort),
  };
  const extent = { limit, ...counting(given, Boolean(withCount)) };
  yield* checked(volumeList(session, resource, query, extent));
}
