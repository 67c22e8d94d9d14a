import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Restart the server from normal boot disk again.' };

export default actOnServer({
  openstack: 'server unrescue',
  request: () => action('unrescue'),
  until: { status: ['ACTIVE'], failed: ['ERROR'] },
});
