import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { describeHost } from '../../services/compute/hosts.js';
import { orRemovedOne } from '../../services/compute/removed-apis.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'Show details about a resource: a host, by project.' };

export default list({
  openstack: 'host show',
  // By host and project, as the client of 2012 had it; its successor keeps the order of the server.
  sortBy: 'HOST',
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
