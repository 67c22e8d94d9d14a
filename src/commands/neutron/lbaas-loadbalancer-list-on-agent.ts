import { argument } from '../../command/options.js';
import { on } from '../../services/network/below.js';
import { agents, loadbalancers } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List the loadbalancers on a loadbalancer v2 agent.' };

export default neutronList(loadbalancers, {
  openstack: false,
  columns: ['id', 'name', 'admin_state_up', 'provisioning_status'],
  paged: false,
  sorted: false,
  arguments: { agent: argument('LBAAS_AGENT', 'ID of the loadbalancer agent to query.') },
  from: async ({ args }) => on(agents, args.agent ?? '', loadbalancers, '/agent-loadbalancers'),
});
