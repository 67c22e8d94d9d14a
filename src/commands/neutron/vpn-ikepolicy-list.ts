import { ikepolicies } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List IKE policies that belong to a tenant.' };

export default neutronList(ikepolicies, {
  openstack: 'vpn ike policy list',
  columns: ['id', 'name', 'auth_algorithm', 'encryption_algorithm', 'ike_version', 'pfs'],
});
