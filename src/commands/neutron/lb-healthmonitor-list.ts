import { healthMonitors } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List health monitors that belong to a given tenant.' };

export default neutronList(healthMonitors, {
  openstack: false,
  columns: ['id', 'type', 'admin_state_up'],
  earlyColumns: ['id', 'type', 'admin_state_up', 'status'],
});
