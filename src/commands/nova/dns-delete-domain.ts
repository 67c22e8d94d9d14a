import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { findDnsDomain, removeDnsDomain } from '../../services/compute/floating-ip-dns.js';

export const about = { summary: 'Delete the specified DNS domain.' };

export default act({
  openstack: false,
  arguments: {
    domain: argument('<domain>', 'DNS domain.'),
  },
  targets: ({ args }) => [args.domain],
  whole: ({ session }, domain) => findDnsDomain(session, domain),
  run: ({ session }, domain) => removeDnsDomain(session, domain),
  destroys: 'DNS domain',
});
