import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Confirm a previous resize.' };

export default actOnServer({
  openstack: 'server resize confirm',
  request: () => action('confirmResize'),
  until: { status: ['ACTIVE', 'SHUTOFF'], failed: ['ERROR'] },
});
