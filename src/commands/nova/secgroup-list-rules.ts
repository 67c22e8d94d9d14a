import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { listIn } from '../../services/answer.js';
import { findSecurityGroup } from '../../services/compute/security-groups.js';
import { allRuleColumns } from '../shared/rule-columns.js';

export const about = { summary: 'List rules for a security group.' };

export default list({
  openstack: 'security group rule list',
  arguments: { secgroup: argument('<secgroup>', 'ID or name of security group.') },
  rows: async function* ({ session, args }) {
    yield listIn(await findSecurityGroup(session, args.secgroup), 'rules');
  },
  columns: allRuleColumns(),
});
