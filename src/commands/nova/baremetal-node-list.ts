import { list } from '../../command/define.js';
import { asRecords, asText } from '../../lib/read.js';
import { listBaremetalNodes } from '../../services/compute/baremetal.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'Print list of available baremetal nodes.' };

export default list({
  openstack: 'baremetal node list',
  rows: ({ session }) => listBaremetalNodes(session),
  columns: {
    id: attribute('ID'),
    host: attribute('Host', 'service_host'),
    task: attribute('Task State'),
    cpus: attribute('CPUs'),
    memory: attribute('Memory_MB'),
    disk: attribute('Disk_GB', 'local_gb'),
    mac: {
      title: 'MAC Address',
      value: ({ interfaces }) => asRecords(interfaces).map(({ address }) => address),
      text: ({ interfaces }) =>
        asRecords(interfaces)
          .map(({ address }) => asText(address))
          .join(', '),
    },
    address: attribute('PM Address'),
    username: attribute('PM Username', 'pm_user'),
    password: attribute('PM Password'),
    port: attribute('Terminal Port'),
  },
});
