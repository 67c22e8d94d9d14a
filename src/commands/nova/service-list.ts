import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { listServices } from '../../services/compute/services.js';
import { attribute } from '../shared/attributes.js';
import { ofHost } from '../shared/of-host.js';

export const about = { summary: 'Show a list of all running services. Filter by host and binary.' };

export default list({
  openstack: 'compute service list {binary:--service}',
  options: { host: text('<hostname>', 'Name of host.'), binary: text('<binary>', 'Service binary.') },
  rows: ({ session, options: { host, binary } }) => ofHost(session, host, listServices(session, { host, binary })),
  columns: {
    id: attribute('Id'),
    binary: attribute('Binary'),
    host: attribute('Host'),
    zone: attribute('Zone'),
    status: attribute('Status'),
    state: attribute('State'),
    updated: attribute('Updated_at'),
    reason: attribute('Disabled Reason'),
    forcedDown: { ...attribute('Forced down'), since: '2.11' },
  },
});
