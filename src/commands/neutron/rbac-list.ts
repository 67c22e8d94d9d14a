import { rbacPolicies } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List RBAC policies that belong to a given tenant.' };

export default neutronList(rbacPolicies, {
  openstack: 'network rbac list',
  columns: ['id', 'object_type', 'object_id'],
});
