import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { findRule, removeRule, ruleInWords, type TypedRule } from '../../services/compute/security-group-changes.js';
import { foundOf } from '../shared/plans.js';
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
  find: async ({ session, args }, given) => {
    const { sourceGroup, ...rule } = args as TypedRule & { readonly sourceGroup: string };
    const found = await findRule(session, given, rule, { sourceGroup });
    return foundOf(found, `${ruleInWords(found)} of group ${given}`);
  },
  findFirst: ({ session, args }, given) => findRule(session, given, args, { sourceGroup: args.sourceGroup }),
  run: ({ session }, _, rule) => removeRule(session, rule),
  destroys: 'rule',
});
