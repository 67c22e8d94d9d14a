import { argument, flag } from '../../command/options.js';
import { findFlavor } from '../../services/compute/flavors.js';
import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Resize a server.' };

export default actOnServer({
  openstack: 'server resize --flavor {flavor} {poll:--wait}',
  options: { poll: flag('Report the server resize progress until it completes.') },
  arguments: { flavor: argument('<flavor>', 'Name or ID of new flavor.') },
  request: async ({ session, args }) => action('resize', { flavorRef: (await findFlavor(session, args.flavor)).id }),
  poll: ['resizing', 'active', 'verify_resize'],
  until: { status: ['VERIFY_RESIZE', 'ACTIVE', 'SHUTOFF'], failed: ['ERROR'] },
});
