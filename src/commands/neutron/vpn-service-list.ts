import { vpnservices } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List VPN service configurations that belong to a given tenant.' };

export default neutronList(vpnservices, {
  openstack: 'vpn service list',
  columns: ['id', 'name', 'router_id', 'status'],
});
