import { members } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List members that belong to a given tenant.' };

export default neutronList(members, {
  openstack: false,
  columns: ['id', 'address', 'protocol_port', 'weight', 'admin_state_up', 'status'],
  earlyColumns: ['id', 'address', 'protocol_port', 'admin_state_up', 'status'],
});
