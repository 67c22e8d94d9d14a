import { argument, choice } from '../../command/options.js';
import { UsageError } from '../../core/errors.js';
import { powerHost } from '../../services/compute/hosts.js';
import { attribute } from '../shared/attributes.js';
import { listChange } from '../shared/list-changes.js';

export const about = { summary: 'Perform a power action on a host.' };

export default listChange({
  openstack: false,
  options: { action: choice(['startup', 'shutdown', 'reboot'], 'A power action: startup, reboot, or shutdown.') },
  arguments: { host: argument('<hostname>', 'Name of host.') },
  run: async ({ session, args, options: { action } }) => {
    if (action === undefined) throw new UsageError('the following arguments are required: --action');
    return [await powerHost(session, args.host, action)];
  },
  columns: { host: attribute('HOST'), action: attribute('power_action') },
  targets: ({ args }) => [args.host],
});
