import { argument } from '../../command/options.js';
import { addRule } from '../../services/compute/security-group-changes.js';
import { listChange } from '../shared/list-changes.js';
import { groupArgument, ruleArguments } from '../shared/rule-arguments.js';
import { allRuleColumns } from '../shared/rule-columns.js';

export const about = { summary: 'Add a source group rule to a security group.' };

export default listChange({
  openstack:
    'security group rule create {ipProto:--protocol} {sourceGroup:--remote-group} {fromPort?} {toPort?} {secgroup}',
  arguments: {
    secgroup: groupArgument,
    sourceGroup: argument('<source-group>', 'ID or name of source group.'),
    ...ruleArguments,
  },
  run: async ({ session, args }) => [await addRule(session, args.secgroup, args, { sourceGroup: args.sourceGroup })],
  columns: allRuleColumns(),
  targets: ({ args }) => [args.secgroup],
  creates: 'rule',
});
