import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Revert a previous resize (and return to the previous VM).' };

export default actOnServer({
  openstack: 'server resize revert',
  request: () => action('revertResize'),
  until: { status: ['ACTIVE', 'SHUTOFF'], failed: ['ERROR'] },
});
