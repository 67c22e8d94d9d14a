import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { printf } from '../../lib/python/percent-format.js';
import { knownServices } from '../../services/compute/services.js';
import { ofHost } from '../shared/of-host.js';
import { serviceColumns } from '../shared/service-columns.js';

export const about = { name: 'service list', summary: 'Show the compute services.' };

export default list({
  openstack: 'compute service list {service:--service}',
  options: {
    host: text('<host>', 'Only the services on this host.', { isWord: true }),
    service: text('<service>', 'Only this service, such as nova-compute.', { isWord: true }),
  },
  rows: ({ session, options: { host, service }, warn }) =>
    ofHost(session, host, knownServices(session, { host, binary: service }, warn)),
  columns: serviceColumns('Updated_At'),
  lines: { head: true, line: printf('%-16s %-36s %-16s %-10s %-5s %-10s') },
});
