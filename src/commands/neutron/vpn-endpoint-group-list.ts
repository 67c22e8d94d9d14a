import { endpointGroups } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List VPN endpoint groups that belong to a given tenant.' };

export default neutronList(endpointGroups, {
  openstack: 'vpn endpoint group list',
  columns: ['id', 'name', 'type', 'endpoints'],
});
