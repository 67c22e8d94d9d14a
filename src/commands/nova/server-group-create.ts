import { argument, many } from '../../command/options.js';
import { createServerGroup } from '../../services/compute/server-groups.js';
import { listChange } from '../shared/list-changes.js';
import { pairsOf } from '../shared/metadata.js';
import { serverGroupColumns } from '../shared/server-group-columns.js';

export const about = { summary: 'Create a new server group with the specified details.' };

export default listChange({
  openstack: 'server group create --policy {policy} {rule:--rule} {name}',
  options: {
    rule: many(
      '<key=value>',
      'A rule for the policy. Currently, only the "max_server_per_host" rule is supported for the "anti-affinity" ' +
        'policy.',
      { microversion: '2.64' },
    ),
  },
  arguments: {
    name: argument('<name>', 'Server group name.'),
    policy: argument('<policy>', 'Policy for the server group.'),
  },
  run: async ({ session, options, args }) => [await createServerGroup(session, args, pairsOf(options.rule))],
  columns: serverGroupColumns,
  creates: 'server group',
});
