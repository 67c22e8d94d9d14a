import { act } from '../../command/act.js';
import { text } from '../../command/options.js';
import { reserveFixedIp } from '../../services/compute/fixed-ips.js';
import { needed, sameAs } from '../shared/manage-arguments.js';

export const about = { name: 'fixed reserve', summary: 'Mark a fixed address as reserved.' };

export default act({
  openstack: false,
  options: { address: text('<ip address>', 'IP address.') },
  arguments: { typedAddress: sameAs('<ip address>') },
  targets: ({ args, options }) => [needed('--address', options.address, args.typedAddress)],
  run: ({ session }, address) => reserveFixedIp(session, address, 'reserve'),
});
