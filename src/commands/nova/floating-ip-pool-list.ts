import { list } from '../../command/define.js';
import { listOrRemoved } from '../../services/compute/removed-apis.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List all floating IP pools.' };

export default list({
  openstack: 'floating ip pool list',
  rows: ({ session }) => listOrRemoved(session, 'floatingIps', '/os-floating-ip-pools', 'floating_ip_pools'),
  columns: { name: attribute('name') },
});
