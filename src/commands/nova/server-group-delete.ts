import { act } from '../../command/act.js';
import { restArguments } from '../../command/options.js';
import { asArray, asText } from '../../lib/read.js';
import { getServerGroup, removeServerGroup } from '../../services/compute/server-groups.js';

export const about = { summary: 'Delete specific server group(s).' };

export default act({
  openstack: 'server group delete',
  arguments: { id: restArguments('<id>', 'Unique ID(s) of the server group to delete.') },
  // A login that fails, fails for all of them.
  prepare: ({ session }) => session.microversion(),
  targets: ({ args }) => args.id,
  whole: ({ session }, id) => getServerGroup(session, id),
  goesWith: async (_, { members }) =>
    asArray(members)
      .map(asText)
      .map((id) => `server ${id} is a member, and stays`),
  run: ({ session }, id) => removeServerGroup(session, id),
  accepted: (id) => `Server group ${id} has been successfully deleted.`,
  failedLine: ({ given }, error) => `Delete for server group ${given} failed: ${error.message}`,
  refused: 'Unable to delete any of the specified server groups.',
  refusedIf: 'all fail',
  destroys: 'server group',
  until: 'gone',
});
