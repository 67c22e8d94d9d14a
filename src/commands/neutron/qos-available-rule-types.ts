import { qosRuleTypes } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List available qos rule types.' };

export default neutronList(qosRuleTypes, {
  openstack: 'network qos rule type list',
});
