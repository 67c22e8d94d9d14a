import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Shelve a server.' };

export default actOnServer({
  openstack: 'server shelve',
  request: () => action('shelve'),
  until: { status: ['SHELVED', 'SHELVED_OFFLOADED'], failed: ['ERROR'] },
});
