import { argument } from '../../command/options.js';
import { findRule, removeRule, ruleInWords, type TypedRule } from '../../services/compute/security-group-changes.js';
import { listChange } from '../shared/list-changes.js';
import { foundOf } from '../shared/plans.js';
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
  run: async ({ session, args }, shown) => [
    await removeRule(session, shown ?? (await findRule(session, args.secgroup, args, { cidr: args.cidr }))),
  ],
  columns: allRuleColumns(),
  targets: ({ args }) => [args.secgroup],
  find: async ({ session, args }, given) => {
    const { cidr, ...rule } = args as TypedRule & { readonly cidr: string };
    const found = await findRule(session, given, rule, { cidr });
    return foundOf(found, `${ruleInWords(found)} of group ${given}`);
  },
  destroys: 'rule',
});
