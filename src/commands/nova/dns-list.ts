import { list } from '../../command/define.js';
import { argument, text } from '../../command/options.js';
import { findDnsEntries } from '../../services/compute/floating-ip-dns.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List current DNS entries for domain and IP or domain and name.' };

export default list({
  openstack: false,
  arguments: { domain: argument('<domain>', 'DNS domain.') },
  options: { ip: text('<ip>', 'IP address.'), name: text('<name>', 'DNS name.') },
  rows: ({ session, args, options }) => findDnsEntries(session, args.domain, options),
  columns: { ip: attribute('ip'), name: attribute('name'), domain: attribute('domain') },
});
