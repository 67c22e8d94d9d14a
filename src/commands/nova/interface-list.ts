import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { asRecords, asText } from '../../lib/read.js';
import { serverInterfaces } from '../../services/compute/server-subresources.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List interfaces attached to a server.' };

export default list({
  openstack: 'port list --server {server}',
  arguments: { server: argument('<server>', 'Name or ID of server.') },
  rows: async function* ({ session, args }) {
    yield await serverInterfaces(session, args.server);
  },
  columns: {
    state: attribute('Port State'),
    port: attribute('Port ID'),
    network: attribute('Net ID'),
    addresses: {
      title: 'IP addresses',
      value: (one) => asRecords(one.fixed_ips).map((ip) => asText(ip.ip_address)),
      text: (one) =>
        asRecords(one.fixed_ips)
          .map((ip) => asText(ip.ip_address))
          .join(','),
    },
    mac: attribute('MAC Addr'),
    tag: { ...attribute('Tag'), since: '2.70' },
  },
});
