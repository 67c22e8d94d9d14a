import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { asRecords } from '../../lib/read.js';
import { searchHypervisors } from '../../services/compute/hypervisors.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List servers belonging to specific hypervisors.' };

export default list({
  openstack: 'server list --all-projects --host {hostname}',
  arguments: { hostname: argument('<hostname>', 'The hypervisor hostname (or pattern) to search for.') },
  rows: async function* ({ session, args }) {
    for await (const page of searchHypervisors(session, args.hostname, true)) {
      yield page.flatMap(({ id, hypervisor_hostname, servers }) =>
        asRecords(servers).map((server) => ({ ...server, hypervisor_id: id, hypervisor_hostname })),
      );
    }
  },
  columns: {
    id: attribute('ID', 'uuid'),
    name: attribute('Name'),
    hypervisor: attribute('Hypervisor ID'),
    host: attribute('Hypervisor Hostname'),
  },
});
