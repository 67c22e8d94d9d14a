import { list } from '../../command/define.js';
import { listDnsDomains } from '../../services/compute/floating-ip-dns.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'Print a list of available dns domains.' };

export default list({
  openstack: false,
  rows: ({ session }) => listDnsDomains(session),
  columns: {
    domain: attribute('domain'),
    scope: attribute('scope'),
    project: attribute('project'),
    zone: attribute('availability_zone'),
  },
});
