import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Pause a server.' };

export default actOnServer({
  openstack: 'server pause',
  request: () => action('pause'),
  until: { status: ['PAUSED'], failed: ['ERROR'] },
});
