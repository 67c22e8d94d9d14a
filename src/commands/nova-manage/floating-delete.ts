import { act } from '../../command/act.js';
import { requiredText } from '../../command/options.js';
import { asText } from '../../lib/read.js';
import { rangeInWords, removeFloatingIpRange } from '../../services/compute/floating-ip-changes.js';

export const about = { name: 'floating delete', summary: 'Delete floating addresses by range.' };

export default act({
  openstack: false,
  options: {
    range: requiredText('<range>', 'Range of addresses (ex: 10.0.0.0/28).', { long: 'ip_range', isWord: true }),
  },
  targets: ({ options }) => [options.range],
  find: async (_, given) => ({ id: given, item: { range: given } }),
  goesWith: ({ session }, { range }) => rangeInWords(session, asText(range)),
  run: ({ session }, range) => removeFloatingIpRange(session, range),
  destroys: 'floating addresses',
});
