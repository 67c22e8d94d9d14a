import { requiredText } from '../../command/options.js';
import { identityChanges } from '../../services/identity/changes.js';
import { createsOne } from '../shared/identity-commands.js';

export const about = { summary: 'Create new role.' };

export default createsOne('role', {
  openstack: 'role create {name}',
  options: { name: requiredText('<role-name>', 'Name of new role.') },
  create: async ({ session, options: { name } }) => (await identityChanges(session)).create('role', { name }),
});
