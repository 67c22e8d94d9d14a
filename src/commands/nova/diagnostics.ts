import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { findDiagnostics } from '../../services/compute/servers.js';

export const about = { summary: 'Retrieve server diagnostics.' };

export default show({
  openstack: 'server show --diagnostics',
  arguments: { server: argument('<server>', 'Name or ID of server.') },
  fields: async ({ session, args }) => {
    const diagnostics = await findDiagnostics(session, args.server);
    return Object.entries(diagnostics).map(([name, value]) => ({ name, value }));
  },
  wrap: 80,
});
