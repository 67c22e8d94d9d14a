import { show } from '../../command/define.js';
import { argument, flag, integer } from '../../command/options.js';
import { findServer } from '../../services/compute/servers.js';
import { serverFields } from '../shared/server-fields.js';

export const about = { summary: 'Show details about the given server.' };

export default show({
  openstack: 'server show {wrap:--max-width}',
  options: {
    minimal: flag('Skips flavor/image lookups when showing servers.'),
    wrap: integer('<integer>', 'Wrap the output to a specified length, or 0 to disable.', { formats: ['table'] }),
  },
  arguments: { server: argument('<server>', 'Name or ID of server.') },
  wrap: ({ wrap }) => wrap,
  fields: async ({ session, options: { minimal }, args }) =>
    serverFields(session, await findServer(session, args.server), minimal),
});
