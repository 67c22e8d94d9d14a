import { firewallRules } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';
import { withSummary } from '../shared/neutron-texts.js';

export const about = { summary: 'List firewall rules that belong to a given tenant.' };

export default neutronList(firewallRules, {
  openstack: 'firewall group rule list',
  columns: ['id', 'name', 'firewall_policy_id', 'summary', 'enabled'],
  extend: (_, rules) => withSummary(rules),
});
