import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { findBaremetalNode, removeBaremetalInterface } from '../../services/compute/baremetal.js';

export const about = { summary: 'Remove a network interface from a baremetal node.' };

export default act({
  openstack: false,
  arguments: {
    node: argument('<node>', 'ID of node'),
    address: argument('<address>', 'MAC address of interface'),
  },
  targets: ({ args }) => [args.address],
  whole: async ({ session, args }, address) => {
    const { node } = args as { readonly node: string };
    await findBaremetalNode(session, node);
    return { name: `${address} of node ${node}` };
  },
  run: ({ session, args }, address) => removeBaremetalInterface(session, args.node, address),
  destroys: 'interface',
});
