import { actOnServer } from '../shared/server-actions.js';

export const about = {
  summary:
    'Clear the admin password for a server from the metadata server. This action does not actually change the instance ' +
    'server password.',
};

export default actOnServer({
  openstack: false,
  request: () => ({ method: 'DELETE', path: '/os-server-password' }),
});
