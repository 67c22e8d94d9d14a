import { quotaShow } from '../shared/neutron-quota.js';

export const about = { summary: 'Show quotas for a given tenant.' };

export default quotaShow('', 'quota show --network {tenant:}');
