import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { actOnNetwork } from '../../services/compute/network-changes.js';

export const about = { summary: 'Associate host with network.' };

export default act({
  openstack: false,
  arguments: {
    network: argument('<network>', 'UUID of network.'),
    host: argument('<host>', 'Name of host'),
  },
  targets: ({ args }) => [args.network],
  run: ({ session, args }, network) => actOnNetwork(session, network, 'associate_host', args.host),
});
