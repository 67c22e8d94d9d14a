import { list } from '../../command/define.js';
import { identityApi } from '../../services/identity/index.js';

export const about = { summary: 'List all roles.' };

export default list({
  openstack: 'role list',
  rows: async function* ({ session }) {
    yield* (await identityApi(session)).all('role');
  },
  columns: {
    id: { title: 'id', value: (role) => role.id },
    name: { title: 'name', value: (role) => role.name },
  },
  sortBy: 'name',
});
