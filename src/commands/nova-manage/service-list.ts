import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { face, moment } from '../../lib/manage.js';
import { printf } from '../../lib/printf.js';
import { knownServices } from '../../services/compute/services.js';

export default list({
  openstack: 'compute service list {service:--service}',
  style: 'manage',
  options: {
    host: text('<host>', 'Only the services on this host.'),
    service: text('<service>', 'Only this service, such as nova-compute.'),
  },
  rows: ({ session, options: { host, service }, warn }) => knownServices(session, { host, binary: service }, warn),
  columns: {
    binary: { title: 'Binary', value: (service) => service.binary },
    host: { title: 'Host', value: (service) => service.host },
    zone: { title: 'Zone', value: (service) => service.zone },
    status: { title: 'Status', value: (service) => service.status },
    state: { title: 'State', value: (service) => service.state, text: (service) => face(service.state) },
    updated: {
      title: 'Updated_At',
      value: (service) => service.updated_at,
      text: (service) => moment(service.updated_at),
    },
  },
  lines: { head: true, line: printf('%-16s %-36s %-16s %-10s %-5s %-10s') },
});
