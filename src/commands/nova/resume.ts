import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Resume a server.' };

export default actOnServer({
  openstack: 'server resume',
  request: () => action('resume'),
  until: { status: ['ACTIVE'], failed: ['ERROR'] },
});
