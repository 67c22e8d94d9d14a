import { addressScopes } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List address scopes that belong to a given tenant.' };

export default neutronList(addressScopes, {
  openstack: 'address scope list',
  columns: ['id', 'name', 'ip_version'],
});
