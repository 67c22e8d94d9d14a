import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Restore a soft-deleted server.' };

export default actOnServer({
  openstack: 'server restore',
  findOptions: { query: { deleted: true } },
  request: () => action('restore'),
  until: { status: ['ACTIVE', 'SHUTOFF'], failed: ['ERROR'] },
});
