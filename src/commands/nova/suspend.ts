import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Suspend a server.' };

export default actOnServer({
  openstack: 'server suspend',
  request: () => action('suspend'),
  until: { status: ['SUSPENDED'], failed: ['ERROR'] },
});
