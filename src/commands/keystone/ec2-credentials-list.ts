import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { listEc2Credentials } from '../../services/identity/ec2-credentials.js';
import { idOf } from '../../services/identity/named.js';

export const about = { summary: 'List EC2-compatible credentials for a user.' };

export default list({
  openstack: 'ec2 credentials list {owner:--user}',
  options: { owner: text('<user-id>', 'Name or ID of the user.', { long: 'user-id' }) },
  rows: async function* ({ session, options }) {
    yield* listEc2Credentials(session, await idOf(session, 'user', options.owner));
  },
  columns: {
    tenant: { title: 'tenant', value: (keys) => keys.tenant },
    access: { title: 'access', value: (keys) => keys.access },
    secret: { title: 'secret', value: (keys) => keys.secret },
  },
  sortBy: 'tenant',
});
