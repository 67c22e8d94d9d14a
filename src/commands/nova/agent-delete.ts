import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { removeAgent } from '../../services/compute/agents.js';

export const about = { summary: 'Delete existing agent build.' };

export default act({
  openstack: 'compute agent delete',
  arguments: { id: argument('<id>', 'ID of the agent-build.') },
  targets: ({ args }) => [args.id],
  run: ({ session }, id) => removeAgent(session, id),
  destroys: 'agent',
});
