import { argument } from '../../command/options.js';
import { on } from '../../services/network/below.js';
import { agents, pools } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List the pools on a loadbalancer agent.' };

export default neutronList(pools, {
  openstack: false,
  columns: ['id', 'name', 'lb_method', 'protocol', 'admin_state_up', 'status'],
  paged: false,
  sorted: false,
  arguments: { agent: argument('LBAAS_AGENT', 'ID of the loadbalancer agent to query.') },
  from: async ({ args }) => on(agents, args.agent ?? '', pools, '/loadbalancer-pools'),
});
