import { argument } from '../../command/options.js';
import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Remove a Security Group from a server.' };

export default actOnServer({
  openstack: 'server remove security group',
  arguments: { secgroup: argument('<secgroup>', 'Name of Security Group.') },
  request: ({ args }) => action('removeSecurityGroup', { name: args.secgroup }),
});
