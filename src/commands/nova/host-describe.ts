import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { describeHost } from '../../services/compute/hosts.js';
import { orRemovedOne } from '../../services/compute/removed-apis.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'Describe a specific host.' };

export default list({
  openstack: 'host show',
  arguments: { host: argument('<hostname>', 'Name of host.') },
  rows: async function* ({ session, args }) {
    yield await orRemovedOne('hosts', describeHost(session, args.host));
  },
  columns: {
    host: attribute('HOST'),
    project: attribute('PROJECT'),
    cpu: attribute('cpu'),
    memory: attribute('memory_mb'),
    disk: attribute('disk_gb'),
  },
});
