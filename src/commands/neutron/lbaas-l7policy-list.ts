import { l7policies } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'LBaaS v2 List L7 policies that belong to a given listener.' };

export default neutronList(l7policies, {
  openstack: 'loadbalancer l7policy list',
  columns: ['id', 'name', 'action', 'redirect_pool_id', 'redirect_url', 'position', 'admin_state_up', 'status'],
});
