import { act } from '../../command/act.js';
import { argument, text } from '../../command/options.js';
import { putDnsDomain } from '../../services/compute/floating-ip-dns.js';

export const about = { summary: 'Create the specified DNS domain.' };

export default act({
  openstack: false,
  options: {
    project: text('<project>', 'Limit access to this domain to users of the specified project.'),
  },
  arguments: {
    domain: argument('<domain>', 'DNS domain.'),
  },
  targets: ({ args }) => [args.domain],
  run: ({ session, options }, domain) =>
    putDnsDomain(session, domain, { scope: 'public', project: options.project ?? null }),
});
