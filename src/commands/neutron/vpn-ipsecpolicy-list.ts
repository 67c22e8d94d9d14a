import { ipsecpolicies } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List IPsec policies that belong to a given tenant connection.' };

export default neutronList(ipsecpolicies, {
  openstack: 'vpn ipsec policy list',
  columns: ['id', 'name', 'auth_algorithm', 'encryption_algorithm', 'pfs'],
});
