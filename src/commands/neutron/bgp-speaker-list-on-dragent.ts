import { argument } from '../../command/options.js';
import { on } from '../../services/network/below.js';
import { agents, bgpSpeakers } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List BGP speakers hosted by a Dynamic Routing agent.' };

export default neutronList(bgpSpeakers, {
  openstack: 'bgp speaker list --agent {agent}',
  columns: ['id', 'name', 'local_as', 'ip_version'],
  paged: false,
  sorted: false,
  arguments: { agent: argument('BGP_DRAGENT_ID', 'ID of the Dynamic Routing agent.') },
  from: async ({ args }) => on(agents, args.agent ?? '', bgpSpeakers, '/bgp-drinstances'),
});
