import { argument } from '../../command/options.js';
import { below } from '../../services/network/below.js';
import { agents, routers } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';
import { withFaces } from '../shared/neutron-texts.js';

export const about = { summary: 'List L3 agents hosting a router.' };

export default neutronList(agents, {
  openstack: 'network agent list --router {router}',
  columns: ['id', 'host', 'admin_state_up', 'alive', 'ha_state'],
  earlyColumns: ['id', 'host', 'admin_state_up', 'alive', 'default'],
  paged: false,
  sorted: false,
  arguments: { router: argument('ROUTER', 'Router to query.') },
  from: ({ session, args }) => below(session, routers, args.router ?? '', agents, '/l3-agents'),
  extend: (_, found) => withFaces(found),
});
