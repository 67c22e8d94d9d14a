import { act } from '../../command/act.js';
import type { Command, Translation } from '../../command/command.js';
import { text } from '../../command/options.js';
import { liveMigration } from '../../services/compute/moves.js';
import { findByEc2Id, servers } from '../../services/compute/servers.js';
import { actOnOne } from '../../services/resource.js';
import { needed, sameAs } from './manage-arguments.js';

/** nova-manage's move of a running server, named by its EC2 id, to another host, with its disks or without them. */
export const vmMigration = (openstack: Translation, blockMigrate: boolean): Command =>
  act({
    openstack,
    options: {
      server: text('<ec2 id>', 'EC2 id, name or id of the server.', { long: 'ec2_id' }),
      dest: text('<destination>', 'Destination node.'),
    },
    arguments: { typedServer: sameAs('<ec2 id>'), typedDest: sameAs('<destination>') },
    targets: ({ args, options }) => [needed('--ec2_id', options.server, args.typedServer)],
    run: async ({ session, args, options }, given) => {
      const host = needed('--dest', options.dest, args.typedDest);
      const how = await liveMigration(session, host, { blockMigrate, diskOverCommit: false, force: false });
      return actOnOne(session, servers, await findByEc2Id(session, given), 'os-migrateLive', how);
    },
    accepted: (given) => `Migration of ${given} initiated. Check its progress using euca-describe-instances.`,
  });
