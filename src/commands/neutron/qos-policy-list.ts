import { qosPolicies } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List QoS policies that belong to a given tenant connection.' };

export default neutronList(qosPolicies, {
  openstack: 'network qos policy list',
  columns: ['id', 'name'],
});
