import { quotaShow } from '../shared/neutron-quota.js';

export const about = { summary: 'Show default quotas for a given tenant.' };

export default quotaShow('/default', 'quota show --network --default {tenant:}');
