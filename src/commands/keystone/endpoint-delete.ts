import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { identityChanges } from '../../services/identity/changes.js';

export const about = { summary: 'Delete a service endpoint.' };

export default act({
  openstack: 'endpoint delete',
  arguments: { endpoint: argument('<endpoint-id>', 'ID of endpoint to delete.') },
  targets: ({ args }) => [args.endpoint],
  run: async ({ session }, id) => (await identityChanges(session)).removeEndpoint(id),
  accepted: () => 'Endpoint has been deleted.',
  failedLine: () => 'Unable to delete endpoint.',
  refused: '',
  destroys: 'endpoint',
});
