import { argument } from '../../command/options.js';
import { updateSecurityGroup } from '../../services/compute/security-group-changes.js';
import { listChange } from '../shared/list-changes.js';
import { groupColumns } from '../shared/secgroup-columns.js';

export const about = { summary: 'Update a security group.' };

export default listChange({
  openstack: 'security group set {name:--name} {description:--description} {secgroup}',
  arguments: {
    secgroup: argument('<secgroup>', 'ID or name of security group.'),
    name: argument('<name>', 'Name of security group.'),
    description: argument('<description>', 'Description of security group.'),
  },
  run: async ({ session, args }) => [await updateSecurityGroup(session, args.secgroup, args)],
  columns: groupColumns,
  targets: ({ args }) => [args.secgroup],
});
