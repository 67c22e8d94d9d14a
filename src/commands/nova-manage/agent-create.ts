import { act } from '../../command/act.js';
import { argument, optionalArgument } from '../../command/options.js';
import { createAgent } from '../../services/compute/agents.js';

export const about = { name: 'agent create', summary: 'Create a new build of a guest agent.' };

export default act({
  openstack: 'compute agent create {os} {architecture} {version} {url} {md5hash} {hypervisor}',
  arguments: {
    os: argument('<os>', 'Operating system.'),
    architecture: argument('<architecture>', 'CPU architecture.'),
    version: argument('<version>', 'Version.'),
    url: argument('<url>', 'URL.'),
    md5hash: argument('<md5hash>', 'MD5 hash.'),
    hypervisor: optionalArgument('<hypervisor>', 'Hypervisor (default xen).'),
  },
  targets: ({ args }) => [args.os],
  run: ({ session, args }) => createAgent(session, { ...args, hypervisor: args.hypervisor ?? 'xen' }),
});
