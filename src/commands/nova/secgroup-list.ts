import { list } from '../../command/define.js';
import { optionalInteger } from '../../command/options.js';
import { listSecurityGroups } from '../../services/compute/security-groups.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List security groups for the current tenant.' };

export default list({
  openstack: 'security group list {allTenants?}',
  options: {
    allTenants: optionalInteger('<0|1>', 'Display information from all tenants (Admin only).', {
      env: ['ALL_TENANTS'],
    }),
  },
  rows: ({ session, options: { allTenants } }) => listSecurityGroups(session, allTenants !== 0),
  columns: {
    id: attribute('Id'),
    name: attribute('Name'),
    description: attribute('Description'),
    tenant: { ...attribute('Tenant_ID'), when: ({ allTenants }) => allTenants !== 0 },
  },
});
