import { serviceProviders } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List service providers.' };

export default neutronList(serviceProviders, {
  openstack: 'network service provider list',
  columns: ['service_type', 'name', 'default'],
});
