import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { serverTags } from '../../services/compute/server-subresources.js';

export const about = { summary: 'Get list of tags from a server.' };

export default list({
  openstack: 'server show {server} -c tags',
  microversion: '2.26',
  arguments: { server: argument('<server>', 'Name or ID of server.') },
  rows: async function* ({ session, args }) {
    yield await serverTags(session, args.server);
  },
  columns: { tag: { title: 'Tag', value: (tag) => tag } },
});
