import { filterQuery } from '../../services/volume/listing.js';
import { groupSnapshots } from '../../services/volume/resources.js';
import { volumeListOf } from '../shared/volume-commands.js';
import * as options from '../shared/volume-options.js';

export const about = { summary: 'Lists all group snapshots.' };

export default volumeListOf(groupSnapshots, {
  openstack: 'volume group snapshot list {allTenants:--all-projects} {status?} {groupId?} {filters?}',
  apiVersion: '3.14',
  options: {
    allTenants: options.allTenants,
    status: options.filter('status'),
    groupId: options.filter('group ID', '<group_id>'),
    filters: options.filters('3.33'),
  },
  query: ({ allTenants, status, groupId, filters }) => {
    const own = { status, group_id: groupId, name: undefined };
    options.checkOnce(filters, own);
    return { all_tenants: allTenants || undefined, ...own, ...filterQuery(filters) };
  },
  columns: ['ID', 'Status', 'Name'],
});
