import { quotas } from '../../services/network/resources.js';
import { neutronList } from '../shared/neutron-list.js';

export const about = { summary: 'List quotas of all tenants who have non-default quota values.' };

export default neutronList(quotas, { openstack: false, paged: false, sorted: false });
