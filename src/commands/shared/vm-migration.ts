import { act } from '../../command/act.js';
import type { Command, Translation } from '../../command/command.js';
import { requiredText } from '../../command/options.js';
import { liveMigration } from '../../services/compute/moves.js';
import { findByEc2Id, servers } from '../../services/compute/servers.js';
import { actOnOne } from '../../services/resource.js';
import { aboutServers } from './server-actions.js';

/** nova-manage's move of a running server, named by its EC2 id, to another host, with its disks or without them. */
export const vmMigration = (openstack: Translation, blockMigrate: boolean): Command =>
  act({
    openstack,
    options: {
      server: requiredText('<ec2 id>', 'EC2 id, name or id of the server.', { long: 'ec2_id', isWord: true }),
      dest: requiredText('<destination>', 'Destination node.', { isWord: true }),
    },
    targets: ({ options }) => [options.server],
    run: async ({ session, options }, given) => {
      const how = await liveMigration(session, options.dest, { blockMigrate, diskOverCommit: false, force: false });
      return actOnOne(session, servers, await findByEc2Id(session, given), 'os-migrateLive', how);
    },
    find: async ({ session }, given) => ({ id: await findByEc2Id(session, given) }),
    look: aboutServers.lookAtLive,
    whole: aboutServers.whole,
    until: { status: ['ACTIVE', 'PAUSED'], failed: ['ERROR'] },
    accepted: (given) => `Migration of ${given} initiated. Check its progress using euca-describe-instances.`,
  });
