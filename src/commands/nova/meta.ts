import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { changeMetadata } from '../../services/compute/server-metadata.js';
import { keysAndValues, setOrDelete } from '../shared/metadata.js';
import { aboutServers } from '../shared/server-actions.js';

export const about = { summary: 'Set or delete metadata on a server.' };

export default act({
  openstack: false,
  arguments: { server: argument('<server>', 'Name or ID of server.'), ...setOrDelete('.') },
  targets: ({ args }) => [args.server],
  find: aboutServers.find,
  findFirst: aboutServers.find,
  run: async ({ session, args: { action, metadata } }, _, { id }) => {
    await changeMetadata(session, id, action, keysAndValues(metadata));
    return { id };
  },
});
