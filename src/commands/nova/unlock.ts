import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Unlock a server.' };

export default actOnServer({
  openstack: 'server unlock',
  request: () => action('unlock'),
});
