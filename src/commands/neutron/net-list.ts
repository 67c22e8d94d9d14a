import { withSubnets } from '../../services/network/by-ids.js';
import { networks, subnets } from '../../services/network/resources.js';
import { networkFilters } from '../shared/network-filters.js';
import { neutronList } from '../shared/neutron-list.js';
import { subnetsText } from '../shared/neutron-texts.js';

export const about = { summary: 'List networks that belong to a given tenant.' };

export default neutronList(networks, {
  openstack: 'network list',
  columns: ['id', 'name', 'subnets'],
  texts: { subnets: subnetsText },
  ...networkFilters,
  extend: ({ session }, page) => withSubnets(session, subnets, page),
});
