import { list } from '../../command/define.js';
import { identityApi } from '../../services/identity/index.js';

export const about = { summary: 'List all services in Service Catalog.' };

export default list({
  openstack: 'service list --long',
  rows: async function* ({ session }) {
    yield* (await identityApi(session)).services();
  },
  columns: {
    id: { title: 'id', value: (service) => service.id },
    name: { title: 'name', value: (service) => service.name },
    type: { title: 'type', value: (service) => service.type },
    description: { title: 'description', value: (service) => service.description },
  },
  sortBy: 'name',
});
