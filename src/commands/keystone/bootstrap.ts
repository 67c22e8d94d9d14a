import { act } from '../../command/act.js';
import { requiredText, text } from '../../command/options.js';
import { asText } from '../../lib/read.js';
import { identityChanges } from '../../services/identity/changes.js';

export const about = { summary: 'Grants a new role to a new user on a new tenant, after creating each.' };

export default act({
  openstack: false,
  options: {
    userName: text('<user-name>', 'The name of the user to be created (default="admin").'),
    pass: requiredText('<password>', 'The password for the new user.', { secret: true }),
    roleName: text('<role-name>', 'The name of the role to be created and granted to the user (default="admin").'),
    tenantName: text('<tenant-name>', 'The name of the tenant to be created (default="admin").'),
  },
  targets: ({ options }) => [options.userName ?? 'admin'],
  // One after the other: each is of no use without the one before.
  run: async ({ session, options }, name) => {
    const { pass: password, roleName = 'admin', tenantName = 'admin' } = options;
    const changes = await identityChanges(session);
    const tenant = await changes.create('tenant', { name: tenantName, description: null, enabled: true });
    const role = await changes.create('role', { name: roleName });
    const user = await changes.create('user', { name, password, email: null, tenantId: null, enabled: true });
    await changes.addRole(asText(user.id), asText(role.id), asText(tenant.id));
    await changes.tryLogin(name, password, tenantName);
  },
});
