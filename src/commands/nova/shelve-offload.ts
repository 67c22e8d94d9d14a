import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Remove a shelved server from the compute node.' };

export default actOnServer({
  openstack: 'server shelve --offload',
  request: () => action('shelveOffload'),
  until: { status: ['SHELVED_OFFLOADED'], failed: ['ERROR'] },
});
