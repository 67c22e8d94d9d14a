import { list } from '../../command/define.js';
import { listDefaultRules } from '../../services/compute/security-groups.js';
import { ruleColumns } from '../shared/rule-columns.js';

export default list({
  openstack: false,
  rows: ({ session }) => listDefaultRules(session),
  columns: ruleColumns,
});
