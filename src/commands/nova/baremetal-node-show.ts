import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { findBaremetalNode } from '../../services/compute/baremetal.js';
import { everyFieldOfPython2 } from '../shared/attributes.js';

export const about = { summary: 'Show information about a baremetal node.' };

export default show({
  openstack: 'baremetal node show',
  arguments: { node: argument('<node>', 'ID of node.') },
  fields: async ({ session, args }) => everyFieldOfPython2(await findBaremetalNode(session, args.node)),
});
