import { show } from '../../command/define.js';
import { flag, optionalArgument, text } from '../../command/options.js';
import { topologies } from '../../services/network/resources.js';
import { getOne } from '../../services/resource.js';
import { fieldsOf } from '../shared/neutron-show.js';

export const about = { summary: 'Show the auto-allocated topology of a given tenant.' };

export default show({
  openstack: 'network auto allocated topology create {dryRun:--check-resources}',
  options: {
    dryRun: flag('Validate the requirements for auto-allocated-topology. (Does not return a topology.)'),
    tenantId: text('tenant-id', 'The owner tenant ID.'),
  },
  arguments: { tenant: { ...optionalArgument('<tenant>', 'The owner tenant ID.'), hidden: true } },
  fields: async ({ session, args, options }) => {
    // `None` is what the classic client sends for the login's own tenant.
    const id = options.tenantId || args.tenant || 'None';
    const found = await getOne(session, topologies, id, options.dryRun ? { fields: ['dry-run'] } : {});
    const passed = Object.values(found).includes('dry-run=pass');
    return passed ? [{ name: 'dry-run', value: 'pass' }] : fieldsOf(found);
  },
});
