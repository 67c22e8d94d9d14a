import { act } from '../../command/act.js';
import { argument, text } from '../../command/options.js';
import { putDnsDomain } from '../../services/compute/floating-ip-dns.js';

export const about = { summary: 'Create the specified DNS domain.' };

export default act({
  openstack: false,
  options: {
    availabilityZone: text(
      '<availability-zone>',
      'Limit access to this domain to servers in the specified availability zone.',
    ),
  },
  arguments: {
    domain: argument('<domain>', 'DNS domain.'),
  },
  targets: ({ args }) => [args.domain],
  run: ({ session, options }, domain) =>
    putDnsDomain(session, domain, { scope: 'private', availability_zone: options.availabilityZone ?? null }),
});
