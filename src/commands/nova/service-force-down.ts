import { argument, flag } from '../../command/options.js';
import { changeService } from '../../services/compute/service-changes.js';
import { attribute } from '../shared/attributes.js';
import { listChange } from '../shared/list-changes.js';

export const about = { summary: 'Force service to down.' };

export default listChange({
  openstack: ['compute service set --up {unset!} {id} nova-compute', 'compute service set --down {id} nova-compute'],
  microversion: '2.11',
  options: { unset: flag('Unset the forced_down state of the service.') },
  arguments: { id: argument('<id>', 'ID of the service as a UUID.') },
  run: async ({ session, options, args }) => [
    await changeService(session, args.id, { action: 'force-down', fields: { forced_down: !options.unset } }),
  ],
  columns: {
    id: { ...attribute('ID'), since: '2.53' },
    host: attribute('Host'),
    binary: attribute('Binary'),
    down: attribute('Forced down'),
  },
  targets: ({ args }) => [args.id],
});
