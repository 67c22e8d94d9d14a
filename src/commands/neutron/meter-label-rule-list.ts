import { meteringLabelRules } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List metering labels that belong to a given label.' };

export default neutronList(meteringLabelRules, {
  openstack: 'network meter rule list',
  columns: ['id', 'excluded', 'direction', 'remote_ip_prefix'],
});
