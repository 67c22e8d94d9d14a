import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { printf } from '../../lib/python/percent-format.js';
import { fixedIpsInUse } from '../../services/compute/addresses-in-use.js';
import { ofHost } from '../shared/of-host.js';

export const about = { name: 'fixed list', summary: 'Show the fixed addresses in use.' };

export default list({
  openstack: 'port list --long {host:--host}',
  options: { host: text('<host>', 'Only the addresses of servers on this host.', { isWord: true }) },
  rows: async function* ({ session, options, warn }) {
    warn('No API lists addresses that are free: these are in use.');
    yield* ofHost(session, options.host, fixedIpsInUse(session, options.host, warn));
  },
  columns: {
    network: { title: 'network', value: (fixed) => fixed.network },
    address: { title: 'IP address', value: (fixed) => fixed.address },
    hostname: { title: 'hostname', value: (fixed) => fixed.hostname },
    host: { title: 'host', value: (fixed) => fixed.host },
  },
  lines: { head: true, line: printf('%-18s\t%-15s\t%-15s\t%s'), empty: 'No fixed IP found.' },
});
