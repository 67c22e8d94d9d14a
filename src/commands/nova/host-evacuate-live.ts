import { flag, integer, text } from '../../command/options.js';
import { liveMigration } from '../../services/compute/moves.js';
import { moveHost } from '../shared/host-moves.js';
import { forceLiveMigration } from '../shared/move-options.js';
import { aboutServers } from '../shared/server-actions.js';

export const about = { summary: 'Live migrate all instances off the specified host to other available hosts.' };

export default moveHost({
  openstack: false,
  verb: 'live migrate from',
  strict: 'Live evacuate host with exact hypervisor hostname match.',
  options: {
    targetHost: text('<target_host>', 'Name of target host. If no host is specified, the scheduler will choose one.'),
    blockMigrate: flag('Enable block migration. (Default=auto)'),
    diskOverCommit: flag('Enable disk overcommit.', { lastMicroversion: '2.24', hidden: true }),
    maxServers: integer('<max_servers>', 'Maximum number of servers to live migrate simultaneously'),
    force: forceLiveMigration('servers'),
  },
  action: async ({ session, options }) => ({
    'os-migrateLive': await liveMigration(session, options.targetHost, options),
  }),
  doing: 'live migrating',
  accepted: 'Live Migration Accepted',
  look: aboutServers.lookAtLive,
  until: { status: ['ACTIVE', 'PAUSED'], failed: ['ERROR'] },
  // Of none at all novaclient migrates one.
  most: ({ maxServers }) => (maxServers === undefined ? undefined : Math.max(maxServers, 1)),
});
