import { requiredText, text } from '../../command/options.js';
import { identityChanges } from '../../services/identity/changes.js';
import { findIdByName } from '../../services/identity/find.js';
import { createsOne } from '../shared/identity-commands.js';

export const about = { summary: 'Create a new endpoint associated with a service.' };

export default createsOne('endpoint', {
  openstack: 'endpoint create {inRegion:--region} {adminurl?} {internalurl?} {service} public {publicurl}',
  options: {
    // Not `region`: that is the region of the cloud in which the identity service is asked.
    inRegion: text('<endpoint-region>', 'Endpoint region.', { long: 'region' }),
    service: requiredText('<service>', 'Name or ID of service associated with endpoint.', {
      aliases: ['service-id', 'service_id'],
    }),
    publicurl: requiredText('<public-url>', 'Public URL endpoint.'),
    adminurl: text('<admin-url>', 'Admin URL endpoint.'),
    internalurl: text('<internal-url>', 'Internal URL endpoint.'),
  },
  create: async ({
    session,
    options: { inRegion: region = 'regionOne', service, publicurl, adminurl, internalurl },
  }) => {
    const serviceId = await findIdByName(session, 'service', service);
    const urls = { publicUrl: publicurl, adminUrl: adminurl, internalUrl: internalurl };
    return (await identityChanges(session)).createEndpoint({ region, serviceId, ...urls });
  },
});
