import { flag, optionalArgument } from '../../command/options.js';
import { liveMigration } from '../../services/compute/moves.js';
import { forceLiveMigration } from '../shared/move-options.js';
import { aboutServers, action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Migrate running server to a new machine.' };

export default actOnServer({
  openstack: 'server migrate --live-migration {host:--host} {blockMigrate:--block-migration}',
  options: {
    blockMigrate: flag('True in case of block_migration. (Default=auto:live_migration)'),
    diskOverCommit: flag('Allow overcommit. (Default=False)', { lastMicroversion: '2.24', hidden: true }),
    force: forceLiveMigration('server'),
  },
  arguments: {
    host: optionalArgument('<host>', 'Destination host name. If no host is specified, the scheduler will choose one.'),
  },
  request: async ({ session, options, args }) =>
    action('os-migrateLive', await liveMigration(session, args.host, options)),
  look: aboutServers.lookAtLive,
  until: { status: ['ACTIVE', 'PAUSED'], failed: ['ERROR'] },
});
