import { flavors } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List Neutron service flavors.' };

export default neutronList(flavors, {
  openstack: 'network flavor list',
  columns: ['id', 'name', 'service_type', 'enabled'],
});
