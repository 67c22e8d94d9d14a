import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { removeRule } from '../../services/compute/security-group-changes.js';
import { groupArgument, ruleArguments } from '../shared/rule-arguments.js';

export const about = { summary: 'Delete a source group rule from a security group.' };

export default act({
  openstack: false,
  arguments: {
    secgroup: groupArgument,
    sourceGroup: argument('<source-group>', 'ID or name of source group.'),
    ...ruleArguments,
  },
  targets: ({ args }) => [args.secgroup],
  run: ({ session, args }) => removeRule(session, args.secgroup, args, { sourceGroup: args.sourceGroup }),
  destroys: 'rule',
});
