import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { findServerGroup } from '../../services/compute/server-groups.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'Get a specific server group.' };

export default list({
  openstack: 'server group show',
  arguments: { id: argument('<id>', 'Name or unique ID of the server group to get.') },
  rows: async function* ({ session, args }) {
    yield [await findServerGroup(session, args.id)];
  },
  columns: {
    id: attribute('Id'),
    name: attribute('Name'),
    project: { ...attribute('Project Id'), since: '2.13' },
    user: { ...attribute('User Id'), since: '2.13' },
    policies: { ...attribute('Policies'), until: '2.64' },
    policy: { ...attribute('Policy'), since: '2.64' },
    rules: { ...attribute('Rules'), since: '2.64' },
    members: attribute('Members'),
    metadata: { ...attribute('Metadata'), until: '2.64' },
  },
});
