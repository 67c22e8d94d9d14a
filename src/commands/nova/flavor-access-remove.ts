import { argument } from '../../command/options.js';
import { changeFlavorAccess } from '../../services/compute/flavor-changes.js';
import { findFlavor } from '../../services/compute/flavors.js';
import { attribute } from '../shared/attributes.js';
import { listChange } from '../shared/list-changes.js';

export const about = { summary: 'Remove flavor access for the given tenant.' };

export default listChange({
  openstack: 'flavor unset --project {tenant} {flavor}',
  arguments: {
    flavor: argument('<flavor>', 'Flavor name or ID to remove access for the given tenant.'),
    tenant: argument('<tenant_id>', 'Tenant ID to remove flavor access for.'),
  },
  run: async ({ session, args: { flavor, tenant } }) =>
    changeFlavorAccess(session, await findFlavor(session, flavor), 'removeTenantAccess', tenant),
  columns: { flavor: attribute('Flavor_ID'), tenant: attribute('Tenant_ID') },
  targets: ({ args }) => [args.flavor],
});
