import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { findNetworkWhole, removeNetwork } from '../../services/compute/network-changes.js';
import { networkFound } from '../shared/plans.js';

export const about = { summary: 'Delete network by label or id.' };

export default act({
  openstack: false,
  arguments: {
    network: argument('<network>', 'UUID or label of network.'),
  },
  targets: ({ args }) => [args.network],
  find: async ({ session }, given) => networkFound(await findNetworkWhole(session, given)),
  run: ({ session }, network) => removeNetwork(session, network),
  destroys: 'network',
});
