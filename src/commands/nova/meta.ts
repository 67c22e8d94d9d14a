import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { changeMetadata } from '../../services/compute/server-metadata.js';
import { ownServers } from '../../services/compute/servers.js';
import { findOne } from '../../services/resource.js';
import { keysAndValues, setOrDelete } from '../shared/metadata.js';

export const about = { summary: 'Set or delete metadata on a server.' };

export default act({
  openstack: false,
  arguments: { server: argument('<server>', 'Name or ID of server.'), ...setOrDelete('.') },
  targets: ({ args }) => [args.server],
  find: ({ session }, given) => findOne(session, ownServers, given),
  findFirst: ({ session }, given) => findOne(session, ownServers, given),
  run: async ({ session, args: { action, metadata } }, _, { id }) => {
    await changeMetadata(session, id, action, keysAndValues(metadata));
    return { id };
  },
});
