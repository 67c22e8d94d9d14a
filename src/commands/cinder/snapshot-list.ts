import { list } from '../../command/define.js';
import { isV1 } from '../../services/volume/api.js';
import { filterQuery, metadataQuery, sortOrder, volumeList } from '../../services/volume/listing.js';
import { snapshots } from '../../services/volume/resources.js';
import { namedFilters } from '../shared/named-filters.js';
import { counting, totalLine } from '../shared/total-line.js';
import { available, columns } from '../shared/volume-columns.js';
import * as options from '../shared/volume-options.js';

export const about = { summary: 'Lists all snapshots.' };

export default list({
  openstack:
    'volume snapshot list {allTenants:--all-projects} {tenant:--project} {volumeId:--volume} {metadata?} {filters?} {withCount?} {sort?}',
  options: {
    allTenants: options.allTenants,
    name: options.filter('name', '<name>', { aliases: ['display-name'] }),
    status: options.filter('status'),
    volumeId: options.filter('volume ID', '<volume-id>'),
    ...options.paging('snapshot'),
    tenant: options.tenant,
    metadata: options.metadata('metadata', { apiVersion: '3.22' }),
    filters: options.filters('3.33'),
    withCount: options.withCount('snapshot'),
  },
  rows: async function* ({ session, options: given, warn }) {
    const { name, status, volumeId, metadata, marker, limit, sort, withCount } = given;
    const own = {
      [(await isV1(session)) ? 'display_name' : 'name']: name,
      status,
      volume_id: volumeId,
      metadata: metadataQuery(metadata.at(-1)),
    };
    options.checkOnce(given.filters, own);
    const { projectId, checked } = await namedFilters({ session, warn }, { project: given.tenant });
    const query = {
      all_tenants: projectId === undefined ? given.allTenants || undefined : 1,
      project_id: projectId,
      ...own,
      ...filterQuery(given.filters),
      with_count: withCount ? 'True' : undefined,
      marker,
      sort: sortOrder(sort),
    };
    const extent = { limit, ...counting(given, Boolean(withCount)) };
    yield* checked(volumeList(session, snapshots, query, extent));
  },
  columns: async (_, first, session) => {
    if (await isV1(session)) return columns('ID', 'Volume ID', 'Status', 'Display Name', 'Size');
    return available(['ID', 'Volume ID', 'Status', 'Name', 'Size', 'Consumes Quota', 'User ID'], first);
  },
  sortBy: ({ sort }) => (sort ? false : undefined),
  footer: totalLine('Snapshot'),
});
