import { lbaasHealthmonitors } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'LBaaS v2 List healthmonitors that belong to a given tenant.' };

export default neutronList(lbaasHealthmonitors, {
  openstack: 'loadbalancer healthmonitor list',
  columns: ['id', 'name', 'type', 'admin_state_up'],
});
