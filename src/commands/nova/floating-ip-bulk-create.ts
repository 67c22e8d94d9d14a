import { act } from '../../command/act.js';
import { argument, text } from '../../command/options.js';
import { createFloatingIpRange } from '../../services/compute/floating-ip-changes.js';

export const about = { summary: 'Bulk create floating IPs by range (nova-network only).' };

export default act({
  openstack: false,
  options: {
    pool: text('<pool>', 'Pool for new Floating IPs.'),
    device: text('<interface>', 'Interface for new Floating IPs.', { long: 'interface' }),
  },
  arguments: {
    range: argument('<range>', 'Address range to create.'),
  },
  targets: ({ args }) => [args.range],
  run: ({ session, options }, range) => createFloatingIpRange(session, range, options),
});
