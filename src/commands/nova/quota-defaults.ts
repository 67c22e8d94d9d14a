import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { projectOrOwn } from '../../services/compute/own-project.js';
import { defaultQuotas, quotaRows } from '../../services/compute/quotas.js';
import { idOf } from '../../services/identity/named.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List the default quotas for a tenant.' };

export default list({
  openstack: 'quota show --default {tenant:}',
  options: { tenant: text('<tenant-id>', 'Name or ID of tenant to list the default quotas for.') },
  rows: async function* ({ session, options: { tenant } }) {
    yield quotaRows(await defaultQuotas(session, await projectOrOwn(session, await idOf(session, 'tenant', tenant))));
  },
  columns: { quota: attribute('Quota'), limit: attribute('Limit') },
});
