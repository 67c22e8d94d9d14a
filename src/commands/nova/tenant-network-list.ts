import { list } from '../../command/define.js';
import { listTenantNetworks } from '../../services/compute/tenant-networks.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List tenant networks.', aliases: ['net-list'] };

export default list({
  openstack: 'network list',
  rows: ({ session }) => listTenantNetworks(session),
  columns: { id: attribute('ID'), label: attribute('Label'), cidr: attribute('CIDR') },
});
