import { list } from '../../command/define.js';
import { listDefaultRules } from '../../services/compute/security-groups.js';
import { ruleColumns } from '../shared/rule-columns.js';

export const about = { summary: "List rules that will be added to the 'default' security group for new tenants." };

export default list({
  openstack: false,
  rows: ({ session }) => listDefaultRules(session),
  columns: ruleColumns,
});
