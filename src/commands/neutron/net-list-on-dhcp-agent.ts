import { argument } from '../../command/options.js';
import { on } from '../../services/network/below.js';
import { withSubnets } from '../../services/network/by-ids.js';
import { agents, networks, subnets } from '../../services/network/resources.js';
import { networkFilters } from '../shared/network-filters.js';
import { neutronList } from '../shared/neutron-list.js';
import { subnetsText } from '../shared/neutron-texts.js';

export const about = { summary: 'List the networks on a DHCP agent.' };

export default neutronList(networks, {
  openstack: 'network list --agent {agent}',
  columns: ['id', 'name', 'subnets'],
  texts: { subnets: subnetsText },
  ...networkFilters,
  arguments: { agent: argument('DHCP_AGENT', 'ID of the DHCP agent.') },
  from: async ({ args }) => on(agents, args.agent ?? '', networks, '/dhcp-networks'),
  extend: ({ session }, page) => withSubnets(session, subnets, page),
});
