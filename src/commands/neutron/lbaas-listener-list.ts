import { listeners } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'LBaaS v2 List listeners that belong to a given tenant.' };

export default neutronList(listeners, {
  openstack: 'loadbalancer listener list',
  columns: ['id', 'default_pool_id', 'name', 'protocol', 'protocol_port', 'admin_state_up', 'status'],
});
