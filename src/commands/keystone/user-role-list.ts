import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import type { Json } from '../../lib/read.js';
import { findIdByName } from '../../services/identity/find.js';
import { identityApi } from '../../services/identity/index.js';

export const about = { summary: 'List roles granted to a user.' };

export default list({
  openstack: [
    'role assignment list --names --user {user} --project {tenant}',
    'role assignment list --names --user {user} --auth-project',
    'role assignment list --names --auth-user --project {tenant}',
    'role assignment list --names --auth-user --auth-project',
  ],
  options: {
    user: text('<user>', 'List roles granted to specified user.', { aliases: ['user-id'] }),
    tenant: text('<tenant>', 'List only roles granted on specified tenant.', { aliases: ['tenant-id'] }),
  },
  rows: async function* ({ session, options }) {
    const tenantId = options.tenant
      ? await findIdByName(session, 'tenant', options.tenant)
      : ((await session.accessInfo()).project?.id ?? '');
    const userId = options.user
      ? await findIdByName(session, 'user', options.user)
      : (await session.accessInfo()).user.id;
    for await (const page of (await identityApi(session)).rolesOf(userId, tenantId)) {
      yield page.map((role): Json => ({ ...role, user_id: userId, tenant_id: tenantId }));
    }
  },
  columns: {
    id: { title: 'id', value: (role) => role.id },
    name: { title: 'name', value: (role) => role.name },
    userId: { title: 'user_id', value: (role) => role.user_id },
    tenantId: { title: 'tenant_id', value: (role) => role.tenant_id },
  },
  sortBy: 'name',
});
