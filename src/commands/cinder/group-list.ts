import { filterQuery } from '../../services/volume/listing.js';
import { groups } from '../../services/volume/resources.js';
import { volumeListOf } from '../shared/volume-commands.js';
import * as options from '../shared/volume-options.js';

export const about = { summary: 'Lists all groups.' };

export default volumeListOf(groups, {
  openstack: 'volume group list {allTenants:--all-projects} {filters?}',
  apiVersion: '3.13',
  options: { allTenants: options.allTenants, filters: options.filters('3.33') },
  query: ({ allTenants, filters }) => {
    options.checkOnce(filters, { name: undefined });
    return { all_tenants: allTenants || undefined, ...filterQuery(filters) };
  },
  columns: ['ID', 'Status', 'Name'],
});
