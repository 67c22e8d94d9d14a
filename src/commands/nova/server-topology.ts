import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { serverTopology } from '../../services/compute/server-subresources.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Retrieve server topology.' };

export default show({
  openstack: 'server show --topology',
  microversion: '2.78',
  arguments: { server: argument('<server>', 'Name or ID of server.') },
  wrap: 80,
  fields: async ({ session, args }) => everyField(await serverTopology(session, args.server)),
});
