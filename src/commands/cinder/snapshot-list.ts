import { list } from '../../command/define.js';
import { apiMajor } from '../../services/volume/api.js';
import { snapshots } from '../../services/volume/resources.js';
import { totalLine } from '../shared/total-line.js';
import { available, columns } from '../shared/volume-columns.js';
import { filteredPages } from '../shared/volume-filters.js';
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
  rows: (context) => filteredPages(snapshots, { volume_id: context.options.volumeId }, context),
  columns: async (_, first, session) => {
    const major = await apiMajor(session);
    if (major < 3) return columns('ID', 'Volume ID', 'Status', major === 1 ? 'Display Name' : 'Name', 'Size');
    return available(['ID', 'Volume ID', 'Status', 'Name', 'Size', 'Consumes Quota', 'User ID'], first);
  },
  sortBy: ({ sort }) => (sort ? false : undefined),
  footer: totalLine('Snapshot'),
});
