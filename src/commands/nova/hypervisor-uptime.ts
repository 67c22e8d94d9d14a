import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { findUptime } from '../../services/compute/hypervisors.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Display the uptime of the specified hypervisor.' };

export default show({
  openstack: 'hypervisor show {hypervisor} -c uptime',
  arguments: { hypervisor: argument('<hypervisor>', 'Name or ID of the hypervisor, a UUID since microversion 2.53.') },
  fields: async ({ session, args }) => everyField(await findUptime(session, args.hypervisor)),
});
