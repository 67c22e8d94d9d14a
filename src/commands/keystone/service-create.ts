import { requiredText, text } from '../../command/options.js';
import { identityChanges } from '../../services/identity/changes.js';
import { createsOne } from '../shared/identity-commands.js';

export const about = { summary: 'Add service to Service Catalog.' };

export default createsOne('service', {
  openstack: 'service create {name:--name} {description:--description} {type}',
  options: {
    type: requiredText(
      '<type>',
      'Service type (one of: identity, compute, network, image, object-store, or other service identifier string).',
    ),
    name: text('<name>', 'Name of new service (must be unique).'),
    description: text('<service-description>', 'Description of service.'),
  },
  create: async ({ session, options: { name = null, type, description = null } }) =>
    (await identityChanges(session)).create('service', { name, type, description }),
});
