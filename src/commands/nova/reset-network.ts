import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Reset network of a server.' };

export default actOnServer({
  openstack: false,
  request: () => action('resetNetwork'),
});
