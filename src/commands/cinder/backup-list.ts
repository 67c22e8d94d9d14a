import { list } from '../../command/define.js';
import { has } from '../../services/volume/api.js';
import { filterQuery, SORT_KEYS, sortOrder, volumeList } from '../../services/volume/listing.js';
import { backups } from '../../services/volume/resources.js';
import { counting, totalLine } from '../shared/total-line.js';
import { columns } from '../shared/volume-columns.js';
import * as options from '../shared/volume-options.js';

export const about = { summary: 'Lists all backups.' };

const BASE = ['ID', 'Volume ID', 'Status', 'Name', 'Size', 'Object Count', 'Container'];

export default list({
  openstack: 'volume backup list {allTenants:--all-projects} {volumeId:--volume} {filters?} {withCount?} {sort?}',
  options: {
    allTenants: options.allTenants,
    name: options.filter('name'),
    status: options.filter('status'),
    volumeId: options.filter('volume ID', '<volume-id>'),
    ...options.paging('backup'),
    filters: options.filters('3.33'),
    withCount: options.withCount('backup'),
  },
  rows: ({ session, options: given }) => {
    const { allTenants, name, status, volumeId, marker, limit, sort, withCount } = given;
    const own = { name, status, volume_id: volumeId };
    options.checkOnce(given.filters, own);
    const query = {
      all_tenants: allTenants || undefined,
      ...own,
      ...filterQuery(given.filters),
      with_count: withCount ? 'True' : undefined,
      marker,
      sort: sortOrder(sort, [...SORT_KEYS, 'data_timestamp']),
    };
    return volumeList(session, backups, query, { limit, ...counting(given, Boolean(withCount)) });
  },
  columns: async (_, __, session) => columns(...BASE, ...((await has(session, '3.56')) ? ['User ID'] : [])),
  sortBy: ({ sort }) => (sort ? false : undefined),
  footer: totalLine('Backup'),
});
