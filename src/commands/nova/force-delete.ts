import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Force delete a server.' };

export default actOnServer({
  openstack: 'server delete --force',
  request: () => action('forceDelete'),
  destroys: 'server',
  until: 'gone',
});
