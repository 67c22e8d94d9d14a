import { list } from '../../command/define.js';
import { optionalArgument } from '../../command/options.js';
import { printf } from '../../lib/python/percent-format.js';
import { hostsOf } from '../../services/hosts.js';
import { listVolumeServices } from '../../services/volume/services.js';

export const about = { name: 'host list', summary: 'Show the hosts of the volume services.' };

export default list({
  openstack: 'volume service list {zone?}',
  arguments: { zone: optionalArgument('<zone>', 'Only the hosts of this availability zone.') },
  rows: ({ session, args }) => hostsOf(listVolumeServices(session), args.zone),
  columns: {
    host: { title: 'host', value: (service) => service.host },
    zone: { title: 'zone', value: (service) => service.zone },
  },
  lines: { head: true, line: printf('%-25s\t%-15s') },
});
