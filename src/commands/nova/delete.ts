import { servers } from '../../services/compute/servers.js';
import { removeOne } from '../../services/resource.js';
import { actOnServers } from '../shared/server-actions.js';

export const about = { summary: 'Immediately shut down and delete specified server(s).' };

export default actOnServers(
  {
    openstack: 'server delete {allTenants:--all-projects}',
    run: (session, given, options) => removeOne(session, servers, given, options),
    destroys: 'server',
    until: 'gone',
  },
  'delete',
  'Delete server(s) in another tenant by name (Admin only).',
);
