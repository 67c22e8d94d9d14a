import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { findIdByName } from '../../services/identity/find.js';
import { identityApi } from '../../services/identity/index.js';

export const about = { summary: 'List users.' };

export default list({
  openstack: 'user list --long',
  options: {
    tenant: text('<tenant>', 'Tenant; lists all users if not specified.', { aliases: ['tenant-id'] }),
  },
  rows: async function* ({ session, options: { tenant } }) {
    const id = tenant ? await findIdByName(session, 'tenant', tenant) : undefined;
    const api = await identityApi(session);
    yield* id === undefined ? api.all('user') : api.usersIn(id);
  },
  columns: {
    id: { title: 'id', value: (user) => user.id },
    name: { title: 'name', value: (user) => user.name },
    enabled: { title: 'enabled', value: (user) => user.enabled },
    email: { title: 'email', value: (user) => user.email },
  },
  sortBy: 'name',
});
