import { argument } from '../../command/options.js';
import { findDefaultRule, removeDefaultRule } from '../../services/compute/default-rules.js';
import { ruleInWords, type TypedRule } from '../../services/compute/security-group-changes.js';
import { listChange } from '../shared/list-changes.js';
import { foundOf } from '../shared/plans.js';
import { ruleArguments } from '../shared/rule-arguments.js';
import { ruleColumns } from '../shared/rule-columns.js';

export const about = {
  summary:
    "Delete a rule from the set of rules that will be added to the 'default' security group for new tenants (nova-network only).",
};

export default listChange({
  openstack: false,
  arguments: { ...ruleArguments, cidr: argument('<cidr>', 'CIDR for address range.') },
  run: async ({ session, args }, shown) => [
    await removeDefaultRule(session, shown ?? (await findDefaultRule(session, args))),
  ],
  columns: ruleColumns,
  targets: ({ args: { ipProto, fromPort, toPort, cidr } }) => [`${ipProto} ${fromPort}:${toPort} from ${cidr}`],
  find: async ({ session, args }) => {
    const found = await findDefaultRule(session, args as TypedRule & { readonly cidr: string });
    return foundOf(found, `${ruleInWords(found)} for new projects`);
  },
  destroys: 'rule',
});
