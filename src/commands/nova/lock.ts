import { text } from '../../command/options.js';
import { action, actOnServer } from '../shared/server-actions.js';

export const about = {
  summary: 'Lock a server. A normal (non-admin) user will not be able to execute actions on a locked server.',
};

export default actOnServer({
  openstack: 'server lock {reason:--reason}',
  options: { reason: text('<reason>', 'Reason for locking the server.', { microversion: '2.73' }) },
  request: ({ options: { reason } }) => action('lock', reason ? { locked_reason: reason } : null),
});
