import { argument } from '../../command/options.js';
import { createTenantNetwork } from '../../services/compute/tenant-networks.js';
import { everyField } from '../shared/attributes.js';
import { showChange } from '../shared/show-changes.js';

export const about = { summary: 'Create a tenant network.', aliases: ['net-create'] };

export default showChange({
  openstack: false,
  arguments: {
    label: argument('<network_label>', 'Network label (ex. my_new_network)'),
    cidr: argument('<cidr>', 'IP block to allocate from (ex. 172.16.0.0/24 or 2001:DB8::/64)'),
  },
  run: ({ session, args }) => createTenantNetwork(session, args),
  fields: everyField,
  creates: 'network',
});
