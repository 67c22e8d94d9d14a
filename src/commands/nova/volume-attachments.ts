import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { volumeAttachments } from '../../services/compute/server-subresources.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List all the volumes attached to a server.' };

export default list({
  openstack: 'server volume list',
  arguments: { server: argument('<server>', 'Name or ID of server.') },
  rows: async function* ({ session, args }) {
    yield await volumeAttachments(session, args.server);
  },
  columns: {
    id: { ...attribute('ID'), until: '2.89' },
    device: attribute('DEVICE'),
    server: attribute('SERVER ID', 'serverId'),
    volume: attribute('VOLUME ID', 'volumeId'),
    attachment: { ...attribute('ATTACHMENT ID'), since: '2.89' },
    mapping: { ...attribute('BDM UUID'), since: '2.89' },
    tag: { ...attribute('TAG'), since: '2.70' },
    deleted: { ...attribute('DELETE ON TERMINATION'), since: '2.79' },
  },
});
