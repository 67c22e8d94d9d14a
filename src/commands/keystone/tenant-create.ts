import { requiredText, text } from '../../command/options.js';
import { identityChanges } from '../../services/identity/changes.js';
import { createsOne, isEnabled } from '../shared/identity-commands.js';

export const about = { summary: 'Create new tenant.' };

export default createsOne('tenant', {
  openstack: 'project create {description:--description} {enabled:--enable|--disable} {name}',
  options: {
    name: requiredText('<tenant-name>', 'New tenant name (must be unique).'),
    description: text('<tenant-description>', 'Description of new tenant. Default is none.'),
    enabled: text('<true|false>', 'Initial tenant enabled status. Default is true.'),
  },
  create: async ({ session, options: { name, description = null, enabled = 'true' } }) =>
    (await identityChanges(session)).create('tenant', { name, description, enabled: isEnabled(enabled) }),
});
