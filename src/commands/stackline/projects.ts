import { list } from '../../command/define.js';
import { identityApi } from '../../services/identity/index.js';

export const about = { summary: 'List the projects that you can work in.' };

export default list({
  openstack: 'project list --my-projects',
  rows: async function* ({ session }) {
    yield* (await identityApi(session)).ownTenants();
  },
  columns: {
    id: { title: 'id', value: (project) => project.id },
    name: { title: 'name', value: (project) => project.name },
    enabled: { title: 'enabled', value: (project) => project.enabled },
  },
});
