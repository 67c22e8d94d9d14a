import { serviceProfiles } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List Neutron service flavor profiles.' };

export default neutronList(serviceProfiles, {
  openstack: 'network flavor profile list',
  columns: ['id', 'description', 'enabled', 'metainfo'],
});
