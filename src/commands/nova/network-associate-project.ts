import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { giveNetwork } from '../../services/compute/network-changes.js';

export const about = { summary: 'Associate project with network.' };

export default act({
  openstack: false,
  arguments: {
    network: argument('<network>', 'UUID of network.'),
  },
  targets: ({ args }) => [args.network],
  run: ({ session }, network) => giveNetwork(session, network),
});
