import { show } from '../../command/define.js';
import { requiredText, text } from '../../command/options.js';
import { UsageError } from '../../core/errors.js';
import { catalogUrl } from '../../services/identity/catalog.js';

export const about = { summary: 'Find endpoint filtered by a specific attribute or service type.' };

export default show({
  openstack: 'endpoint list --service {service} {endpointType:--interface}',
  options: {
    service: requiredText('<service-type>', 'Service type to select.'),
    endpointType: text('<endpoint-type>', 'Endpoint type to select (default publicURL).'),
    attr: text('<service-attribute>', 'Service attribute to match for selection.'),
    value: text('<value>', 'Value of attribute to match.'),
  },
  fields: async ({ session, options: { service, endpointType: side = 'publicURL', attr, value } }) => {
    if (!attr !== !value) throw new UsageError('Both --attr and --value required.');
    const filter = attr && value ? { key: attr, value } : undefined;
    const url = await catalogUrl(session, { type: service, side, ...(filter === undefined ? {} : { filter }) });
    return [{ name: `${service}.${side}`, value: url }];
  },
});
