import { actOnServers } from '../shared/server-actions.js';

export const about = { summary: 'Immediately shut down and delete specified server(s).' };

export default actOnServers({
  openstack: 'server delete {allTenants:--all-projects}',
  verb: 'delete',
  allTenants: 'Delete server(s) in another tenant by name (Admin only).',
  request: () => ({ method: 'DELETE' }),
  destroys: 'server',
  until: 'gone',
});
