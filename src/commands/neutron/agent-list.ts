import { agents } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';
import { withFaces } from '../shared/neutron-texts.js';

export const about = { summary: 'List agents.' };

export default neutronList(agents, {
  openstack: 'network agent list',
  columns: ['id', 'agent_type', 'host', 'availability_zone', 'alive', 'admin_state_up', 'binary'],
  earlyColumns: ['id', 'agent_type', 'host', 'alive', 'admin_state_up'],
  paged: false,
  extend: (_, agents) => withFaces(agents),
});
