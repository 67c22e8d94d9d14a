import { act } from '../../command/act.js';
import { argument, optionalInteger } from '../../command/options.js';
import { actOnNetwork } from '../../services/compute/network-changes.js';

export const about = { summary: 'Disassociate host and/or project from the given network.' };

export default act({
  openstack: false,
  options: {
    hostOnly: optionalInteger('<0|1>', 'Only the host.'),
    projectOnly: optionalInteger('<0|1>', 'Only the project.'),
  },
  arguments: { network: argument('<network>', 'UUID of network.') },
  targets: ({ args }) => [args.network],
  run: ({ session, options: { hostOnly, projectOnly } }, network) => {
    const whom = hostOnly ? ('_host' as const) : projectOnly ? ('_project' as const) : ('' as const);
    return actOnNetwork(session, network, `disassociate${whom}`);
  },
});
