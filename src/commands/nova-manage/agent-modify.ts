import { act } from '../../command/act.js';
import { findAgent, updateAgent } from '../../services/compute/agents.js';
import { hypervisor, whatAgent, whichAgent } from '../shared/agent-build.js';

export const about = { name: 'agent modify', summary: 'Update an existing build of a guest agent.' };

export default act({
  openstack: false,
  options: { ...whichAgent, ...whatAgent, hypervisor },
  targets: ({ options }) => [options.os],
  run: async ({ session, options }) => {
    const { os, architecture, build: version, url, md5hash, hypervisor = 'xen' } = options;
    return updateAgent(session, await findAgent(session, { os, architecture, hypervisor }), { version, url, md5hash });
  },
});
