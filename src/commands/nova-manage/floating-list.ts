import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { printf } from '../../lib/python/percent-format.js';
import { knownFloatingIps } from '../../services/compute/floating-ips.js';
import { ofHost } from '../shared/of-host.js';

export const about = { name: 'floating list', summary: 'Show the floating addresses.' };

export default list({
  openstack: 'floating ip list --long {host?}',
  options: { host: text('<host>', 'Only the addresses in use on this host.', { isWord: true }) },
  rows: ({ session, options, warn }) => ofHost(session, options.host, knownFloatingIps(session, options.host, warn)),
  columns: {
    project: { title: 'project_id', value: (floating) => floating.project_id },
    address: { title: 'address', value: (floating) => floating.address },
    server: { title: 'instance_uuid', value: (floating) => floating.instance_uuid },
    pool: { title: 'pool', value: (floating) => floating.pool },
    interface: { title: 'interface', value: (floating) => floating.interface },
  },
  lines: { line: printf('%s\t%s\t%s\t%s\t%s'), empty: 'No floating IP addresses have been defined.' },
});
