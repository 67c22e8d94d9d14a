import { list } from '../../command/define.js';
import { flag, text } from '../../command/options.js';
import { projectOrOwn } from '../../services/compute/own-project.js';
import { detailedQuotas, quotaRows } from '../../services/compute/quotas.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List the quotas for a tenant/user.' };

export default list({
  openstack: 'quota show {tenant:} {user?}',
  options: {
    tenant: text('<tenant-id>', 'ID of tenant to list the quotas for.'),
    user: text('<user-id>', 'ID of user to list the quotas for.'),
    detail: flag('Show detailed info (limit, reserved, in-use).'),
  },
  rows: async function* ({ session, options: { tenant, user, detail } }) {
    yield quotaRows(await detailedQuotas(session, await projectOrOwn(session, tenant), { user, detail }));
  },
  columns: { quota: attribute('Quota'), limit: attribute('Limit') },
});
