import { argument } from '../../command/options.js';
import { removeDefaultRule } from '../../services/compute/default-rules.js';
import { listChange } from '../shared/list-changes.js';
import { ruleArguments } from '../shared/rule-arguments.js';
import { ruleColumns } from '../shared/rule-columns.js';

export const about = {
  summary:
    "Delete a rule from the set of rules that will be added to the 'default' security group for new tenants (nova-network only).",
};

export default listChange({
  openstack: false,
  arguments: { ...ruleArguments, cidr: argument('<cidr>', 'CIDR for address range.') },
  run: async ({ session, args }) => [await removeDefaultRule(session, args)],
  columns: ruleColumns,
  destroys: 'rule',
});
