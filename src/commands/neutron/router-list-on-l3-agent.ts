import { argument } from '../../command/options.js';
import { on } from '../../services/network/below.js';
import { agents, routers } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';
import { jsonOf } from '../shared/neutron-texts.js';

export const about = { summary: 'List the routers on a L3 agent.' };

export default neutronList(routers, {
  openstack: 'router list --agent {agent}',
  columns: ['id', 'name', 'external_gateway_info'],
  paged: false,
  sorted: false,
  texts: { external_gateway_info: jsonOf('external_gateway_info') },
  arguments: { agent: argument('L3_AGENT', 'ID of the L3 agent to query.') },
  from: async ({ args }) => on(agents, args.agent ?? '', routers, '/l3-routers'),
});
