import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { findDnsEntry, removeDnsEntry } from '../../services/compute/floating-ip-dns.js';

export const about = { summary: 'Delete the specified DNS entry.' };

export default act({
  openstack: false,
  arguments: {
    domain: argument('<domain>', 'DNS domain.'),
    name: argument('<name>', 'DNS name.'),
  },
  targets: ({ args }) => [args.name],
  whole: ({ session, args }, name) => findDnsEntry(session, (args as { readonly domain: string }).domain, name),
  run: ({ session, args }, name) => removeDnsEntry(session, args.domain, name),
  sameBy: ({ ip }) => ip,
  destroys: 'DNS entry',
});
