import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { printf } from '../../lib/python/percent-format.js';
import { knownServices } from '../../services/compute/services.js';
import { hostsOf } from '../../services/hosts.js';

export const about = { name: 'host list', summary: 'Show the hosts of the compute services.' };

export default list({
  openstack: 'host list {zone:--zone}',
  options: { zone: text('<zone>', 'Only the hosts of this availability zone.', { isWord: true }) },
  rows: ({ session, options, warn }) => hostsOf(knownServices(session, {}, warn), options.zone),
  columns: {
    host: { title: 'host', value: (host) => host.host },
    zone: { title: 'zone', value: (host) => host.zone },
  },
  lines: { head: true, line: printf('%-25s\t%-15s') },
});
