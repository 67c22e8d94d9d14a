import { argument } from '../../command/options.js';
import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Add a Security Group to a server.' };

export default actOnServer({
  openstack: 'server add security group',
  arguments: { secgroup: argument('<secgroup>', 'Name or ID of Security Group.') },
  request: ({ args }) => action('addSecurityGroup', { name: args.secgroup }),
});
