import { firewallPolicies } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';
import { idsOf } from '../shared/neutron-texts.js';

export const about = { summary: 'List firewall policies that belong to a given tenant.' };

export default neutronList(firewallPolicies, {
  openstack: 'firewall group policy list',
  columns: ['id', 'name', 'firewall_rules'],
  texts: { firewall_rules: ({ firewall_rules: rules }) => `[${idsOf(rules).join(',\n ')}]` },
});
