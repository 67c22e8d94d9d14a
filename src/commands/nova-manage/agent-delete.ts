import { act } from '../../command/act.js';
import { findAgent, removeAgent } from '../../services/compute/agents.js';
import { hypervisor, whichAgent } from '../shared/agent-build.js';

export const about = { name: 'agent delete', summary: 'Delete an existing build of a guest agent.' };

export default act({
  openstack: false,
  options: { ...whichAgent, hypervisor },
  targets: ({ options }) => [options.os],
  run: async ({ session, options: { os, architecture, hypervisor = 'xen' } }) =>
    removeAgent(session, await findAgent(session, { os, architecture, hypervisor })),
  destroys: 'agent',
});
