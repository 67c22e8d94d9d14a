import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { getTenantNetwork, removeTenantNetwork } from '../../services/compute/tenant-networks.js';
import { networkFound } from '../shared/plans.js';

export const about = { summary: 'Delete a tenant network.', aliases: ['net-delete'] };

export default act({
  openstack: false,
  arguments: {
    networkId: argument('<network_id>', 'ID of network'),
  },
  targets: ({ args }) => [args.networkId],
  find: async ({ session }, given) => networkFound(await getTenantNetwork(session, given)),
  run: ({ session }, network) => removeTenantNetwork(session, network),
  destroys: 'network',
});
