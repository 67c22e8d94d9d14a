import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Reset network of a server.' };

export default actOnServer({
  openstack: false,
  unseen: 'no API tells when the agent in the guest has set its network anew: the console log or the guest itself does',
  request: () => action('resetNetwork'),
});
