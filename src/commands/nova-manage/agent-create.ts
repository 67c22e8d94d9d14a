import { act } from '../../command/act.js';
import { createAgent } from '../../services/compute/agents.js';
import { hypervisor, whatAgent, whichAgent } from '../shared/agent-build.js';

export const about = { name: 'agent create', summary: 'Create a new build of a guest agent.' };

export default act({
  openstack: [
    'compute agent create {os} {architecture} {build} {url} {md5hash} {hypervisor}',
    'compute agent create {os} {architecture} {build} {url} {md5hash} xen',
  ],
  options: { ...whichAgent, ...whatAgent, hypervisor },
  targets: ({ options }) => [options.os],
  run: ({ session, options }) => {
    const { os, architecture, build: version, url, md5hash, hypervisor = 'xen' } = options;
    return createAgent(session, { os, architecture, version, url, md5hash, hypervisor });
  },
});
