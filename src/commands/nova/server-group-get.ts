import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { findServerGroup } from '../../services/compute/server-groups.js';
import { serverGroupColumns } from '../shared/server-group-columns.js';

export const about = { summary: 'Get a specific server group.' };

export default list({
  openstack: 'server group show',
  arguments: { id: argument('<id>', 'Name or unique ID of the server group to get.') },
  rows: async function* ({ session, args }) {
    yield [await findServerGroup(session, args.id)];
  },
  columns: serverGroupColumns,
});
