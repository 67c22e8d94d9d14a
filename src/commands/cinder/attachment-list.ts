import { list } from '../../command/define.js';
import { filterQuery, sortOrder, volumeList } from '../../services/volume/listing.js';
import { attachments } from '../../services/volume/resources.js';
import { namedFilters } from '../shared/named-filters.js';
import { column, columns } from '../shared/volume-columns.js';
import * as options from '../shared/volume-options.js';

export const about = { summary: 'Lists all attachments.' };

export default list({
  openstack:
    'volume attachment list {allTenants:--all-projects} {tenant:--project} {volumeId:--volume-id} {filters?} {sort?}',
  apiVersion: '3.27',
  options: {
    allTenants: options.allTenants,
    volumeId: options.filter('volume ID', '<volume-id>'),
    status: options.filter('status'),
    ...options.paging('attachment'),
    tenant: options.tenant,
    filters: options.filters('3.33'),
  },
  rows: async function* ({ session, options: given, warn }) {
    const { volumeId, status, marker, limit, sort } = given;
    const own = { status, volume_id: volumeId };
    options.checkOnce(given.filters, own);
    const { projectId, checked } = await namedFilters({ session, warn }, { project: given.tenant });
    const query = {
      all_tenants: projectId === undefined ? given.allTenants || undefined : 1,
      project_id: projectId,
      ...own,
      ...filterQuery(given.filters),
      marker,
      sort: sortOrder(sort),
    };
    yield* checked(volumeList(session, attachments, query, { limit }));
  },
  columns: () => [...columns('ID', 'Volume ID', 'Status'), column('Server ID', 'instance')],
  sortBy: ({ sort }) => (sort ? false : undefined),
});
