import { lbaasPools } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'LBaaS v2 List pools that belong to a given tenant.' };

export default neutronList(lbaasPools, {
  openstack: 'loadbalancer pool list',
  columns: ['id', 'name', 'lb_algorithm', 'protocol', 'admin_state_up'],
});
