import { argument, text } from '../../command/options.js';
import { updateHost } from '../../services/compute/hosts.js';
import { attribute } from '../shared/attributes.js';
import { listChange } from '../shared/list-changes.js';

export const about = { summary: 'Update host settings.' };

export default listChange({
  openstack: false,
  options: {
    status: text('<enable|disable>', 'Either enable or disable a host.'),
    maintenance: text('<enable|disable>', 'Either put or resume host to/from maintenance.'),
  },
  arguments: { host: argument('<hostname>', 'Name of host.') },
  run: async ({ session, args, options: { status, maintenance } }) => [
    await updateHost(session, args.host, {
      ...(status && { status }),
      ...(maintenance && { maintenance_mode: maintenance }),
    }),
  ],
  columns: ({ status, maintenance }) => [
    attribute('HOST'),
    ...(status ? [attribute('status')] : []),
    ...(maintenance ? [attribute('maintenance_mode')] : []),
  ],
  targets: ({ args }) => [args.host],
});
