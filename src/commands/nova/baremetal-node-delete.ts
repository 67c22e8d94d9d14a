import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { removeBaremetalNode } from '../../services/compute/baremetal.js';

export const about = { summary: 'Remove a baremetal node and any associated interfaces.' };

export default act({
  openstack: 'baremetal node delete',
  arguments: {
    node: argument('<node>', 'ID of the node to delete.'),
  },
  targets: ({ args }) => [args.node],
  run: ({ session }, node) => removeBaremetalNode(session, node),
  destroys: 'baremetal node',
});
