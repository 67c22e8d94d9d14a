import { action, actOnServers } from '../shared/server-actions.js';

export const about = { summary: 'Start the server(s).' };

export default actOnServers(
  {
    openstack: 'server start {allTenants:--all-projects}',
    run: action('os-start'),
    until: { status: ['ACTIVE'], failed: ['ERROR'] },
  },
  'start',
  'Start server(s) in another tenant by name (Admin only).',
);
