import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { asText } from '../../lib/read.js';
import { findBaremetalNode, removeBaremetalNode } from '../../services/compute/baremetal.js';
import { foundOf } from '../shared/plans.js';

export const about = { summary: 'Remove a baremetal node and any associated interfaces.' };

export default act({
  openstack: 'baremetal node delete',
  arguments: {
    node: argument('<node>', 'ID of the node to delete.'),
  },
  targets: ({ args }) => [args.node],
  find: async ({ session }, given) => {
    const node = await findBaremetalNode(session, given);
    return foundOf(node, `node ${asText(node.id)} on ${asText(node.service_host)}`);
  },
  goesWith: async (_, { instance_uuid: server }) => (server ? [`server ${asText(server)} runs on it`] : []),
  run: ({ session }, node) => removeBaremetalNode(session, node),
  destroys: 'baremetal node',
});
