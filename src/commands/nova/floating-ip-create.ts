import { optionalArgument } from '../../command/options.js';
import { createFloatingIp } from '../../services/compute/floating-ip-changes.js';
import { floatingIpColumns } from '../shared/floating-ip-columns.js';
import { listChange } from '../shared/list-changes.js';

export const about = { summary: 'Allocate a floating IP for the current tenant.' };

export default listChange({
  openstack: 'floating ip create {pool}',
  arguments: { pool: optionalArgument('<floating-ip-pool>', 'Name of Floating IP Pool. (Optional)') },
  run: async ({ session, args }) => [await createFloatingIp(session, args.pool)],
  columns: floatingIpColumns,
  creates: 'floating address',
});
