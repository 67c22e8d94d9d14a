import { action, actOnServers } from '../shared/server-actions.js';

export const about = { summary: 'Stop the server(s).' };

export default actOnServers({
  openstack: 'server stop {allTenants:--all-projects}',
  verb: 'stop',
  allTenants: 'Stop server(s) in another tenant by name (Admin only).',
  request: () => action('os-stop'),
  until: { status: ['SHUTOFF'], failed: ['ERROR'] },
});
