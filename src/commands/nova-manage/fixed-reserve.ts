import { act } from '../../command/act.js';
import { requiredText } from '../../command/options.js';
import { reserveFixedIp } from '../../services/compute/fixed-ips.js';

export const about = { name: 'fixed reserve', summary: 'Mark a fixed address as reserved.' };

export default act({
  openstack: false,
  options: { address: requiredText('<ip address>', 'IP address.', { isWord: true }) },
  targets: ({ options }) => [options.address],
  run: ({ session }, address) => reserveFixedIp(session, address, 'reserve'),
});
