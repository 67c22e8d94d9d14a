import { list } from '../../command/define.js';
import { flag, text } from '../../command/options.js';
import { projectOrOwn } from '../../services/compute/own-project.js';
import { detailedQuotas, quotaRows } from '../../services/compute/quotas.js';
import { idOf } from '../../services/identity/named.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List the quotas for a tenant/user.' };

export default list({
  openstack: 'quota show {tenant:} {user?}',
  options: {
    tenant: text('<tenant-id>', 'Name or ID of tenant to list the quotas for.'),
    user: text('<user-id>', 'Name or ID of user to list the quotas for.'),
    detail: flag('Show detailed info (limit, reserved, in-use).'),
  },
  rows: async function* ({ session, options: { tenant, user, detail } }) {
    const project = await projectOrOwn(session, await idOf(session, 'tenant', tenant));
    yield quotaRows(await detailedQuotas(session, project, { user: await idOf(session, 'user', user), detail }));
  },
  columns: { quota: attribute('Quota'), limit: attribute('Limit') },
});
