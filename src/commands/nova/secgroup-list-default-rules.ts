import { list } from '../../command/define.js';
import { ruleColumns } from '../../command/rule-columns.js';
import { listDefaultRules } from '../../services/compute/security-groups.js';

export default list({
  openstack: false,
  rows: ({ session }) => listDefaultRules(session),
  columns: ruleColumns,
});
