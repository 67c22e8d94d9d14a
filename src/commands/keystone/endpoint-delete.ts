import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { itemsOf } from '../../lib/items-of.js';
import { asText } from '../../lib/read.js';
import { identityChanges } from '../../services/identity/changes.js';
import { identityApi } from '../../services/identity/index.js';
import { foundOf } from '../shared/plans.js';

export const about = { summary: 'Delete a service endpoint.' };

export default act({
  openstack: 'endpoint delete',
  arguments: { endpoint: argument('<endpoint-id>', 'ID of endpoint to delete.') },
  targets: ({ args }) => [args.endpoint],
  find: async ({ session }, given) => {
    const api = await identityApi(session);
    const found = (await itemsOf(api.endpoints())).find(({ id }) => id === given);
    // One of v3 that stands in no row by its own id.
    if (found === undefined) return { id: given };
    const service = (await itemsOf(api.services())).find(({ id }) => id === found.serviceId);
    return foundOf({ ...found }, `${service?.name ?? found.serviceId} in ${found.region}`);
  },
  goesWith: async (_, { publicUrl, internalUrl, adminUrl }) =>
    [publicUrl, internalUrl, adminUrl].map(asText).filter(Boolean),
  run: async ({ session }, id) => (await identityChanges(session)).removeEndpoint(id),
  accepted: () => 'Endpoint has been deleted.',
  failedLine: () => 'Unable to delete endpoint.',
  refused: '',
  destroys: 'endpoint',
});
