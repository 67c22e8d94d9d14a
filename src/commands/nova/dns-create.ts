import { act } from '../../command/act.js';
import { argument, text } from '../../command/options.js';
import { putDnsEntry } from '../../services/compute/floating-ip-dns.js';

export const about = { summary: 'Create a DNS entry for domain, name, and IP.' };

export default act({
  openstack: false,
  options: {
    type: text('<type>', 'DNS type (e.g. "A")'),
  },
  arguments: {
    ip: argument('<ip>', 'IP address.'),
    name: argument('<name>', 'DNS name.'),
    domain: argument('<domain>', 'DNS domain.'),
  },
  targets: ({ args }) => [args.name],
  run: ({ session, args: { ip, domain }, options }, name) =>
    putDnsEntry(session, domain, name, { ip, dns_type: options.type ?? 'A' }),
});
