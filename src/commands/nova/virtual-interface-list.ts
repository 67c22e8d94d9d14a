import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { listVirtualInterfaces } from '../../services/compute/virtual-interfaces.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'Show virtual interface info about the given server.' };

export default list({
  openstack: 'port list --server {server}',
  arguments: { server: argument('<server>', 'Name or ID of server.') },
  rows: async function* ({ session, args }) {
    yield await listVirtualInterfaces(session, args.server);
  },
  columns: {
    id: attribute('Id'),
    mac: attribute('Mac address'),
    network: { ...attribute('Network ID', 'net_id'), since: '2.12' },
  },
});
