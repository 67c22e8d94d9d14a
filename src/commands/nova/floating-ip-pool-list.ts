import { attribute } from '../../command/attributes.js';
import { list } from '../../command/define.js';
import { oldList } from '../../services/compute/retired.js';

export default list({
  openstack: 'floating ip pool list',
  rows: ({ session }) => oldList(session, 'floatingIps', '/os-floating-ip-pools', 'floating_ip_pools'),
  columns: { name: attribute('name') },
});
