import { actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Delete all tags from a server.' };

export default actOnServer({
  openstack: false,
  microversion: '2.26',
  request: () => ({ method: 'DELETE', path: '/tags' }),
});
