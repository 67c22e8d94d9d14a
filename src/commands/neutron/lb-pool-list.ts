import { asText } from '../../lib/read.js';
import { pools } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List pools that belong to a given tenant.' };

export default neutronList(pools, {
  openstack: false,
  columns: ['id', 'name', 'provider', 'lb_method', 'protocol', 'admin_state_up', 'status'],
  earlyColumns: ['id', 'name', 'lb_method', 'protocol', 'admin_state_up', 'status'],
  texts: { provider: ({ provider }) => asText(provider) || 'N/A' },
});
