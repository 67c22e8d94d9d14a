import { act } from '../../command/act.js';
import { requiredText, text } from '../../command/options.js';
import { identityChanges } from '../../services/identity/changes.js';
import { findIdByName } from '../../services/identity/find.js';

export const about = { summary: 'Remove role from user.' };

export default act({
  openstack: ['role remove --user {user} --project {tenant} {role}', 'role remove --user {user} {role}'],
  options: {
    user: requiredText('<user>', 'Name or ID of user.', { aliases: ['user-id', 'user_id'] }),
    role: requiredText('<role>', 'Name or ID of role.', { aliases: ['role-id', 'role_id'] }),
    tenant: text('<tenant>', 'Name or ID of tenant.', { aliases: ['tenant-id'] }),
  },
  targets: ({ options }) => [options.user],
  run: async ({ session, options: { role, tenant } }, user) => {
    const userId = await findIdByName(session, 'user', user);
    const roleId = await findIdByName(session, 'role', role);
    const tenantId = tenant ? await findIdByName(session, 'tenant', tenant) : undefined;
    await (await identityChanges(session)).removeRole(userId, roleId, tenantId);
  },
});
