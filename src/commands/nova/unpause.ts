import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Unpause a server.' };

export default actOnServer({
  openstack: 'server unpause',
  request: () => action('unpause'),
  until: { status: ['ACTIVE'], failed: ['ERROR'] },
});
