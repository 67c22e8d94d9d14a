import { vips } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List vips that belong to a given tenant.' };

export default neutronList(vips, {
  openstack: false,
  columns: ['id', 'name', 'algorithm', 'address', 'protocol', 'admin_state_up', 'status'],
});
