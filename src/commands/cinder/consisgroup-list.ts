import { consistencyGroups } from '../../services/volume/resources.js';
import { volumeListOf } from '../shared/volume-commands.js';
import * as options from '../shared/volume-options.js';

export const about = { summary: 'Lists all consistency groups.' };

export default volumeListOf(consistencyGroups, {
  openstack: 'consistency group list {allTenants:--all-projects}',
  options: { allTenants: options.allTenants },
  query: ({ allTenants }) => ({ all_tenants: allTenants || undefined }),
  columns: ['ID', 'Status', 'Name'],
});
