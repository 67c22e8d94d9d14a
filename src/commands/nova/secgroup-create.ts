import { argument } from '../../command/options.js';
import { createSecurityGroup } from '../../services/compute/security-group-changes.js';
import { listChange } from '../shared/list-changes.js';
import { groupColumns } from '../shared/secgroup-columns.js';

export const about = { summary: 'Create a security group.' };

export default listChange({
  openstack: 'security group create {name} {description:--description}',
  arguments: {
    name: argument('<name>', 'Name of security group.'),
    description: argument('<description>', 'Description of security group.'),
  },
  run: async ({ session, args }) => [await createSecurityGroup(session, args)],
  columns: groupColumns,
  creates: 'security group',
});
