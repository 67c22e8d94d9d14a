import { list } from '../../command/define.js';
import { face, moment } from '../../lib/manage.js';
import { printf } from '../../lib/printf.js';
import { listVolumeServices } from '../../services/volume/services.js';

export default list({
  openstack: 'volume service list',
  style: 'manage',
  rows: ({ session }) => listVolumeServices(session),
  columns: {
    binary: { title: 'Binary', value: (service) => service.binary },
    host: { title: 'Host', value: (service) => service.host },
    zone: { title: 'Zone', value: (service) => service.zone },
    status: { title: 'Status', value: (service) => service.status },
    state: { title: 'State', value: (service) => service.state, text: (service) => face(service.state) },
    updated: {
      title: 'Updated At',
      value: (service) => service.updated_at,
      text: (service) => moment(service.updated_at),
    },
  },
  lines: { head: true, line: printf('%-16s %-36s %-16s %-10s %-5s %-10s') },
});
