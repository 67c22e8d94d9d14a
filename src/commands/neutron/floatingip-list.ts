import { floatingips } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List floating IPs that belong to a given tenant.' };

export default neutronList(floatingips, {
  openstack: 'floating ip list',
  columns: ['id', 'fixed_ip_address', 'floating_ip_address', 'port_id'],
});
