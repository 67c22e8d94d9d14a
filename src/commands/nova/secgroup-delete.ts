import { argument } from '../../command/options.js';
import { asRecords } from '../../lib/read.js';
import { removeSecurityGroup, ruleInWords } from '../../services/compute/security-group-changes.js';
import { findSecurityGroup } from '../../services/compute/security-groups.js';
import { listChange } from '../shared/list-changes.js';
import { foundOf } from '../shared/plans.js';
import { groupColumns } from '../shared/secgroup-columns.js';

export const about = { summary: 'Delete a security group.' };

export default listChange({
  openstack: 'security group delete {secgroup}',
  arguments: { secgroup: argument('<secgroup>', 'ID or name of security group.') },
  run: async ({ session, args }, shown) => [
    await removeSecurityGroup(session, shown ?? (await findSecurityGroup(session, args.secgroup))),
  ],
  columns: groupColumns,
  targets: ({ args }) => [args.secgroup],
  find: async ({ session }, given) => foundOf(await findSecurityGroup(session, given)),
  goesWith: async (_, group) => asRecords(group.rules).map((rule) => `rule ${ruleInWords(rule)} goes with it`),
  destroys: 'security group',
});
