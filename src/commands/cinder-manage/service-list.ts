import { list } from '../../command/define.js';
import { printf } from '../../lib/python/percent-format.js';
import { listVolumeServices } from '../../services/volume/services.js';
import { serviceColumns } from '../shared/service-columns.js';

export const about = { name: 'service list', summary: 'Show the volume services.' };

export default list({
  openstack: 'volume service list',
  rows: ({ session }) => listVolumeServices(session),
  columns: serviceColumns('Updated At'),
  lines: { head: true, line: printf('%-16s %-36s %-16s %-10s %-5s %-10s') },
});
