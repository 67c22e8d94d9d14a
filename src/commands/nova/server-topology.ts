import { everyField } from '../../command/attributes.js';
import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { serverTopology } from '../../services/compute/server-parts.js';

export default show({
  openstack: 'server show --topology',
  since: '2.78',
  arguments: { server: argument('<server>', 'Name or ID of server.') },
  wrap: 80,
  fields: async ({ session, args }) => everyField(await serverTopology(session, args.server)),
});
