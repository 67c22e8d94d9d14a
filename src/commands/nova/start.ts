import { action, actOnServers } from '../shared/server-actions.js';

export const about = { summary: 'Start the server(s).' };

export default actOnServers({
  openstack: 'server start {allTenants:--all-projects}',
  verb: 'start',
  allTenants: 'Start server(s) in another tenant by name (Admin only).',
  request: () => action('os-start'),
  until: { status: ['ACTIVE'], failed: ['ERROR'] },
});
