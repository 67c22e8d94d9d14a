import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { listAgents } from '../../services/compute/agents.js';
import { whereServed } from '../../services/unserved.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List all builds.' };

export default list({
  openstack: 'compute agent list',
  options: { hypervisor: text('<hypervisor>', 'Type of hypervisor.') },
  rows: ({ session, options }) =>
    whereServed(
      listAgents(session, options.hypervisor),
      "This cloud's compute service has no agents: nova dropped them with Xen, in Victoria.",
    ),
  columns: {
    id: attribute('Agent_id'),
    hypervisor: attribute('Hypervisor'),
    os: attribute('OS'),
    architecture: attribute('Architecture'),
    version: attribute('Version'),
    md5hash: attribute('Md5hash'),
    url: attribute('Url'),
  },
});
