import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { removeFloatingIp } from '../../services/compute/floating-ip-changes.js';

export const about = { summary: 'De-allocate a floating IP.' };

export default act({
  openstack: 'floating ip delete {address}',
  arguments: { address: argument('<address>', 'IP of Floating IP.') },
  targets: ({ args }) => [args.address],
  run: ({ session }, address) => removeFloatingIp(session, address),
  destroys: 'floating address',
});
