import { argument } from '../../command/options.js';
import { backUpServer } from '../../services/compute/snapshots.js';
import { showSnapshot } from '../shared/snapshots.js';

export const about = { summary: "Backup a server by creating a 'backup' type snapshot." };

export default showSnapshot({
  openstack: 'server backup create --name {name} --type {type} --rotate {rotation} {server}',
  arguments: {
    name: argument('<name>', 'Name of the backup image.'),
    type: argument('<backup-type>', 'The backup type, like "daily" or "weekly".'),
    rotation: argument('<rotation>', 'Int parameter representing how many backups to keep around.'),
  },
  run: ({ session, args }, server) => backUpServer(session, server, args),
  // An older API does not say which image it is.
  isShown: (_, imageId) => imageId !== undefined,
});
