import { argument } from '../../command/options.js';
import { changeService } from '../../services/compute/service-changes.js';
import { attribute } from '../shared/attributes.js';
import { listChange } from '../shared/list-changes.js';

export const about = { summary: 'Enable the service.' };

export default listChange({
  openstack: 'compute service set --enable {id} nova-compute',
  arguments: { id: argument('<id>', 'ID of the service as a UUID.') },
  run: async ({ session, args }) => [
    await changeService(session, args.id, { action: 'enable', fields: { status: 'enabled' } }),
  ],
  columns: {
    id: { ...attribute('ID'), since: '2.53' },
    host: attribute('Host'),
    binary: attribute('Binary'),
    status: attribute('Status'),
  },
  targets: ({ args }) => [args.id],
});
