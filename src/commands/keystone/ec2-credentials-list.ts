import { list } from '../../command/define.js';
import { text } from '../../command/options.js';
import { listEc2Credentials } from '../../services/identity/ec2-credentials.js';

export const about = { summary: 'List EC2-compatible credentials for a user.' };

export default list({
  openstack: 'ec2 credentials list {owner:--user}',
  options: { owner: text('<user-id>', 'User ID.', { long: 'user-id' }) },
  rows: ({ session, options }) => listEc2Credentials(session, options.owner),
  columns: {
    tenant: { title: 'tenant', value: (keys) => keys.tenant },
    access: { title: 'access', value: (keys) => keys.access },
    secret: { title: 'secret', value: (keys) => keys.secret },
  },
  sortBy: 'tenant',
});
