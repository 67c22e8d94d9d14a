import { flag, text } from '../../command/options.js';
import { atLeast } from '../../lib/microversion.js';
import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Migrate a server.' };

export default actOnServer({
  openstack: 'server migrate {host:--host} {poll:--wait}',
  options: {
    host: text('<host>', 'Destination host name.', { microversion: '2.56' }),
    poll: flag('Report the server migration progress until it completes.'),
  },
  request: async ({ session, options: { host } }) =>
    action('migrate', atLeast(await session.microversion(), '2.56') ? (host ? { host } : {}) : null),
  poll: ['migrating', 'active', 'verify_resize'],
  until: { status: ['VERIFY_RESIZE', 'ACTIVE', 'SHUTOFF'], failed: ['ERROR'] },
});
