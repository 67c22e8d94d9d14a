import { rbacPolicies } from '../../services/network/resources.js';
import { neutronShow } from '../shared/neutron-show.js';

export const about = { summary: 'Show information of a given RBAC policy.' };

export default neutronShow(rbacPolicies, { openstack: 'network rbac show', byId: true });
