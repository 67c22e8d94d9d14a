import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { asText } from '../../lib/read.js';
import { rangeInWords, removeFloatingIpRange } from '../../services/compute/floating-ip-changes.js';

export const about = { summary: 'Bulk delete floating IPs by range (nova-network only).' };

export default act({
  openstack: false,
  arguments: {
    range: argument('<range>', 'Address range to delete.'),
  },
  targets: ({ args }) => [args.range],
  find: async (_, given) => ({ id: given, item: { range: given } }),
  goesWith: ({ session }, { range }) => rangeInWords(session, asText(range)),
  run: ({ session }, range) => removeFloatingIpRange(session, range),
  destroys: 'floating addresses',
});
