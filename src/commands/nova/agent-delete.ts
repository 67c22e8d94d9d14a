import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { agentInWords, removeAgent } from '../../services/compute/agents.js';
import { foundOf } from '../shared/plans.js';

export const about = { summary: 'Delete existing agent build.' };

export default act({
  openstack: 'compute agent delete',
  arguments: { id: argument('<id>', 'ID of the agent-build.') },
  targets: ({ args }) => [args.id],
  find: async ({ session }, given) => foundOf(await agentInWords(session, given)),
  run: ({ session }, id) => removeAgent(session, id),
  destroys: 'agent',
});
