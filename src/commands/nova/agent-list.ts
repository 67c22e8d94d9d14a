import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { listAgents } from '../../services/compute/agents.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List all builds.' };

/** novaclient's `v2/shell.py` _emit_agent_deprecation_warning. */
const DEPRECATED =
  'This command has been deprecated since 23.0.0 Wallaby Release and will be removed in the first major release after ' +
  'the Nova server 24.0.0 X release.';

export default list({
  openstack: 'compute agent list',
  options: { hypervisor: text('<hypervisor>', 'Type of hypervisor.') },
  rows: ({ session, options, warn }) => {
    warn(DEPRECATED);
    return listAgents(session, options.hypervisor);
  },
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
