import { asRecords, asText } from '../../lib/read.js';
import { qosPolicies } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given qos policy.' };

export default neutronShow(qosPolicies, {
  openstack: 'network qos policy show',
  texts: ({ rules }) => ({
    rules: asRecords(rules)
      .map(({ id, type }) => `${asText(id)} (type: ${asText(type)})`)
      .join('\n'),
  }),
});
