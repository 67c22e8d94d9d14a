import { act } from '../../command/act.js';
import { requiredText, text } from '../../command/options.js';
import { createFloatingIpRange } from '../../services/compute/floating-ip-changes.js';

export const about = { name: 'floating create', summary: 'Create floating addresses by range.' };

export default act({
  openstack: false,
  options: {
    range: requiredText('<range>', 'Range of addresses (ex: 10.0.0.0/28).', { long: 'ip_range', isWord: true }),
    pool: text('<pool>', 'Pool.', { isWord: true }),
    device: text('<interface>', 'Interface.', { long: 'interface', isWord: true }),
  },
  targets: ({ options }) => [options.range],
  run: ({ session, options }, range) => createFloatingIpRange(session, range, options),
});
