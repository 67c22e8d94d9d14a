import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { configureCloudpipe } from '../../services/compute/cloudpipes.js';

export const about = { summary: 'Update the VPN IP/port of a cloudpipe instance.' };

export default act({
  openstack: false,
  arguments: {
    address: argument('<ip address>', 'New IP Address.'),
    port: argument('<port>', 'New Port.'),
  },
  targets: ({ args }) => [args.address],
  run: ({ session, args }, address) => configureCloudpipe(session, address, args.port),
});
