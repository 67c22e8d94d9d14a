import { argument } from '../../command/options.js';
import { below } from '../../services/network/below.js';
import { agents, networks } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';
import { withFaces } from '../shared/neutron-texts.js';

export const about = { summary: 'List DHCP agents hosting a network.' };

export default neutronList(agents, {
  openstack: 'network agent list --network {network}',
  columns: ['id', 'host', 'admin_state_up', 'alive'],
  paged: false,
  sorted: false,
  arguments: { network: argument('NETWORK', 'Network to query.') },
  from: ({ session, args }) => below(session, networks, args.network ?? '', agents, '/dhcp-agents'),
  extend: (_, found) => withFaces(found),
});
