import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { removeFloatingIpRange } from '../../services/compute/floating-ip-changes.js';

export const about = { summary: 'Bulk delete floating IPs by range (nova-network only).' };

export default act({
  openstack: false,
  arguments: {
    range: argument('<range>', 'Address range to delete.'),
  },
  targets: ({ args }) => [args.range],
  run: ({ session }, range) => removeFloatingIpRange(session, range),
  destroys: 'floating addresses',
});
