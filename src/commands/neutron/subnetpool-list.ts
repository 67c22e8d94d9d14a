import { asArray, asText } from '../../lib/read.js';
import { subnetpools } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List subnetpools that belong to a given tenant.' };

export default neutronList(subnetpools, {
  openstack: 'subnet pool list',
  columns: ['id', 'name', 'prefixes', 'default_prefixlen', 'address_scope_id', 'is_default'],
  texts: { prefixes: ({ prefixes }) => asArray(prefixes).map(asText).join('\n') },
});
