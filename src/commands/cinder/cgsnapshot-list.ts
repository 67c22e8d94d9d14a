import { text } from '../../command/options.js';
import { cgsnapshots } from '../../services/volume/resources.js';
import { volumeListOf } from '../shared/volume-commands.js';
import * as options from '../shared/volume-options.js';

export const about = { summary: 'Lists all cgsnapshots.' };

export default volumeListOf(cgsnapshots, {
  openstack:
    'consistency group snapshot list {allTenants:--all-projects} {status:--status} {consistencygroupId:--consistency-group}',
  options: {
    allTenants: options.allTenants,
    status: text('<status>', 'Filters results by a status. Default=None.'),
    consistencygroupId: text('<consistencygroup_id>', 'Filters results by a consistency group ID. Default=None.'),
  },
  query: ({ allTenants, status, consistencygroupId }) => ({
    all_tenants: allTenants || undefined,
    status,
    consistencygroup_id: consistencygroupId,
  }),
  columns: ['ID', 'Status', 'Name'],
});
