import { list } from '../../command/define.js';
import { identityApi } from '../../services/identity/index.js';

export const about = { summary: 'List configured service endpoints.' };

export default list({
  openstack: 'endpoint list',
  rows: async function* ({ session }) {
    yield* (await identityApi(session)).endpoints();
  },
  columns: {
    id: { title: 'id', value: (endpoint) => endpoint.id },
    region: { title: 'region', value: (endpoint) => endpoint.region },
    publicUrl: { title: 'publicurl', value: (endpoint) => endpoint.publicUrl },
    internalUrl: { title: 'internalurl', value: (endpoint) => endpoint.internalUrl },
    adminUrl: { title: 'adminurl', value: (endpoint) => endpoint.adminUrl },
    serviceId: { title: 'service_id', value: (endpoint) => endpoint.serviceId },
  },
  sortBy: 'id',
});
