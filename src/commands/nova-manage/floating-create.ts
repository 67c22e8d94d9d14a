import { act } from '../../command/act.js';
import { text } from '../../command/options.js';
import { createFloatingIpRange } from '../../services/compute/floating-ip-changes.js';
import { needed, sameAs } from '../shared/manage-arguments.js';

export const about = { name: 'floating create', summary: 'Create floating addresses by range.' };

export default act({
  openstack: false,
  options: {
    range: text('<range>', 'Range of addresses (ex: 10.0.0.0/28).', { long: 'ip_range' }),
    pool: text('<pool>', 'Pool.'),
    device: text('<interface>', 'Interface.', { long: 'interface' }),
  },
  arguments: { typedRange: sameAs('<range>') },
  targets: ({ args, options }) => [needed('--ip_range', options.range, args.typedRange)],
  run: ({ session, options }, range) => createFloatingIpRange(session, range, options),
});
