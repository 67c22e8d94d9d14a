import { loadbalancers } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'LBaaS v2 List loadbalancers that belong to a given tenant.' };

export default neutronList(loadbalancers, {
  openstack: 'loadbalancer list',
  columns: ['id', 'name', 'vip_address', 'provisioning_status', 'provider'],
});
