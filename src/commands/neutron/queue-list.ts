import { queues } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List queues that belong to a given tenant.' };

export default neutronList(queues, {
  openstack: false,
  columns: ['id', 'name', 'min', 'max', 'qos_marking', 'dscp', 'default'],
});
