import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { listIn } from '../../services/answer.js';
import { getBaremetalNode } from '../../services/compute/baremetal.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List network interfaces associated with a baremetal node.' };

export default list({
  openstack: 'baremetal port list --node {node}',
  arguments: { node: argument('<node>', 'ID of node.') },
  rows: async function* ({ session, args }) {
    yield listIn(await getBaremetalNode(session, args.node), 'interfaces');
  },
  columns: {
    id: attribute('ID'),
    datapath: attribute('Datapath_ID'),
    port: attribute('Port_No'),
    address: attribute('Address'),
  },
});
