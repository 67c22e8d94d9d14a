import { firewalls } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List firewalls that belong to a given tenant.' };

export default neutronList(firewalls, {
  openstack: 'firewall group list',
  columns: ['id', 'name', 'firewall_policy_id'],
});
