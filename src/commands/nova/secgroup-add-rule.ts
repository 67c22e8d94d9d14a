import { argument } from '../../command/options.js';
import { addRule } from '../../services/compute/security-group-changes.js';
import { listChange } from '../shared/list-changes.js';
import { groupArgument, ruleArguments } from '../shared/rule-arguments.js';
import { allRuleColumns } from '../shared/rule-columns.js';

export const about = { summary: 'Add a rule to a security group.' };

export default listChange({
  openstack: 'security group rule create {ipProto:--protocol} {cidr:--remote-ip} {fromPort?} {toPort?} {secgroup}',
  arguments: {
    secgroup: groupArgument,
    ...ruleArguments,
    cidr: argument('<cidr>', 'CIDR for address range.'),
  },
  run: async ({ session, args }) => [await addRule(session, args.secgroup, args, { cidr: args.cidr })],
  columns: allRuleColumns(),
  targets: ({ args }) => [args.secgroup],
  creates: 'rule',
});
