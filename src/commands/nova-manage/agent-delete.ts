import { act } from '../../command/act.js';
import { agentInWords, findAgent, type Purpose, removeAgent } from '../../services/compute/agents.js';
import { hypervisor, whichAgent } from '../shared/agent-build.js';
import { foundOf } from '../shared/plans.js';

export const about = { name: 'agent delete', summary: 'Delete an existing build of a guest agent.' };

export default act({
  openstack: false,
  options: { ...whichAgent, hypervisor },
  targets: ({ options }) => [options.os],
  find: async ({ session, options }) => {
    const { os, architecture, hypervisor = 'xen' } = options as Purpose;
    return foundOf(await agentInWords(session, await findAgent(session, { os, architecture, hypervisor })));
  },
  findFirst: async ({ session, options: { os, architecture, hypervisor = 'xen' } }) => ({
    id: await findAgent(session, { os, architecture, hypervisor }),
  }),
  run: ({ session }, _, { id }) => removeAgent(session, id),
  destroys: 'agent',
});
