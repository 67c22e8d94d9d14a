import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { listFloatingIpsInBulk } from '../../services/compute/floating-ips.js';
import { orRemoved } from '../../services/compute/removed-apis.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List all floating IPs (nova-network only).' };

export default list({
  openstack: 'floating ip list --long {host?}',
  options: { host: text('<host>', 'Filter by host.') },
  rows: ({ session, options: { host } }) => orRemoved('floatingIps', listFloatingIpsInBulk(session, host)),
  columns: {
    project: attribute('project_id'),
    address: attribute('address'),
    instance: attribute('instance_uuid'),
    pool: attribute('pool'),
    interface: attribute('interface'),
  },
});
