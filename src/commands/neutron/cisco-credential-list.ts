import { credentials } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List credentials that belong to a given tenant.' };

export default neutronList(credentials, {
  openstack: false,
  columns: ['credential_id', 'credential_name', 'user_name', 'password', 'type'],
});
