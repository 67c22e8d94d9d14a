import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { serverSecurityGroups } from '../../services/compute/server-subresources.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List Security Group(s) of a server.' };

export default list({
  openstack: 'server show {server} -c security_groups',
  arguments: { server: argument('<server>', 'Name or ID of server.') },
  rows: async function* ({ session, args }) {
    yield await serverSecurityGroups(session, args.server);
  },
  columns: { id: attribute('Id'), name: attribute('Name'), description: attribute('Description') },
});
