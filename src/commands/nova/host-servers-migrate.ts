import { atLeast } from '../../lib/microversion.js';
import { moveHost } from '../shared/host-moves.js';

export const about = { summary: 'Cold migrate all instances off the specified host to other available hosts.' };

export default moveHost({
  openstack: false,
  verb: 'cold migrate from',
  strict: 'Migrate host with exact hypervisor hostname match',
  options: {},
  action: async ({ session }) => ({ migrate: atLeast(await session.microversion(), '2.56') ? {} : null }),
  doing: 'migrating',
  accepted: 'Migration Accepted',
  until: { status: ['VERIFY_RESIZE', 'ACTIVE', 'SHUTOFF'], failed: ['ERROR'] },
});
