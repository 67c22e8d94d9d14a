import { argument } from '../../command/options.js';
import { removeRule } from '../../services/compute/security-group-changes.js';
import { listChange } from '../shared/list-changes.js';
import { groupArgument, ruleArguments } from '../shared/rule-arguments.js';
import { allRuleColumns } from '../shared/rule-columns.js';

export const about = { summary: 'Delete a rule from a security group.' };

export default listChange({
  openstack: false,
  arguments: {
    secgroup: groupArgument,
    ...ruleArguments,
    cidr: argument('<cidr>', 'CIDR for address range.'),
  },
  run: async ({ session, args }) => [await removeRule(session, args.secgroup, args, { cidr: args.cidr })],
  columns: allRuleColumns(),
  targets: ({ args }) => [args.secgroup],
  destroys: 'rule',
});
