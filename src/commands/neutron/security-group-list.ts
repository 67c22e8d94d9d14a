import { securityGroups } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';
import { rulesText } from '../shared/neutron-texts.js';

export const about = { summary: 'List security groups that belong to a given tenant.' };

export default neutronList(securityGroups, {
  openstack: 'security group list',
  columns: ['id', 'name', 'security_group_rules'],
  earlyColumns: ['id', 'name', 'description'],
  texts: { security_group_rules: rulesText },
});
