import { argument } from '../../command/options.js';
import { changeFlavorAccess } from '../../services/compute/flavor-changes.js';
import { findFlavor } from '../../services/compute/flavors.js';
import { attribute } from '../shared/attributes.js';
import { listChange } from '../shared/list-changes.js';

export const about = { summary: 'Add flavor access for the given tenant.' };

export default listChange({
  openstack: 'flavor set --project {tenant} {flavor}',
  arguments: {
    flavor: argument('<flavor>', 'Flavor name or ID to add access for the given tenant.'),
    tenant: argument('<tenant_id>', 'Tenant ID to add flavor access for.'),
  },
  run: async ({ session, args: { flavor, tenant } }) =>
    changeFlavorAccess(session, await findFlavor(session, flavor), 'addTenantAccess', tenant),
  columns: { flavor: attribute('Flavor_ID'), tenant: attribute('Tenant_ID') },
  targets: ({ args }) => [args.flavor],
});
