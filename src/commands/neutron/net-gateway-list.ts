import { networkGateways } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List network gateways for a given tenant.' };

export default neutronList(networkGateways, {
  openstack: false,
  columns: ['id', 'name'],
});
