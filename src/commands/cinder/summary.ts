import { show } from '../../command/define.js';
import { objectOf } from '../../services/answer.js';
import { fieldsOf } from '../shared/volume-columns.js';
import { allTenants } from '../shared/volume-options.js';

export const about = { summary: 'Get volumes summary.' };

export default show({
  openstack: 'volume summary',
  apiVersion: '3.12',
  options: { allTenants },
  fields: async ({ session, options }) => {
    const query = { all_tenants: options.allTenants === 0 ? undefined : 'True' };
    const call = { service: 'volume', path: '/volumes/summary', query };
    return fieldsOf(await objectOf(session, call, 'volume-summary'), ['total_size', 'total_count', 'metadata']);
  },
});
