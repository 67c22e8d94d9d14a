import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { reserveFixedIp } from '../../services/compute/fixed-ips.js';

export const about = { summary: 'Unreserve a fixed IP.' };

export default act({
  openstack: false,
  arguments: {
    fixedIp: argument('<fixed_ip>', 'Fixed IP Address.'),
  },
  targets: ({ args }) => [args.fixedIp],
  run: ({ session }, address) => reserveFixedIp(session, address, 'unreserve'),
});
