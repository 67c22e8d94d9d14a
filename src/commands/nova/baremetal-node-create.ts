import { argument, integer, text } from '../../command/options.js';
import { createBaremetalNode } from '../../services/compute/baremetal.js';
import { everyFieldOfPython2 } from '../shared/attributes.js';
import { showChange } from '../shared/show-changes.js';
import { wholeNumber } from '../shared/whole-number.js';

export const about = { summary: 'Create a baremetal node.' };

export default showChange({
  openstack: false,
  options: {
    address: text('<pm_address>', 'Power management IP for the node', { long: 'pm_address' }),
    user: text('<pm_user>', "Username for the node's power management", { long: 'pm_user' }),
    secret: text('<pm_password>', "Password for the node's power management", { long: 'pm_password', secret: true }),
    port: integer('<terminal_port>', 'ShellInABox port?', { long: 'terminal_port' }),
  },
  arguments: {
    service_host: argument('<service_host>', 'Name of nova compute host which will control this baremetal node'),
    cpus: argument('<cpus>', 'Number of CPUs in the node'),
    memory_mb: argument('<memory_mb>', 'Megabytes of RAM in the node'),
    local_gb: argument('<local_gb>', 'Gigabytes of local storage in the node'),
    prov_mac_address: argument('<prov_mac_address>', 'MAC address to provision the node'),
  },
  run: ({ session, args, options: { address = null, user = null, secret = null, port = null } }) =>
    createBaremetalNode(session, {
      ...args,
      cpus: wholeNumber('<cpus>', args.cpus),
      memory_mb: wholeNumber('<memory_mb>', args.memory_mb),
      local_gb: wholeNumber('<local_gb>', args.local_gb),
      ...{ pm_address: address, pm_user: user, pm_password: secret, terminal_port: port },
    }),
  fields: everyFieldOfPython2,
  creates: 'baremetal node',
});
