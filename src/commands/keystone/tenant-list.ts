import { list } from '../../command/define.js';
import { listTenants } from '../../services/identity/tenants.js';

export const about = { summary: 'List all tenants.' };

export default list({
  openstack: 'project list --long',
  rows: ({ session, warn }) => listTenants(session, warn),
  columns: {
    id: { title: 'id', value: (tenant) => tenant.id },
    name: { title: 'name', value: (tenant) => tenant.name },
    enabled: { title: 'enabled', value: (tenant) => tenant.enabled },
  },
  sortBy: 'name',
});
