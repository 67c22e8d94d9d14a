import { list } from '../../command/define.js';
import { optionalArgument } from '../../command/options.js';
import { asRecord } from '../../lib/read.js';
import { objectOf } from '../../services/answer.js';
import { idOf } from '../../services/identity/named.js';
import { columns } from '../shared/volume-columns.js';

export const about = { summary: 'Lists absolute limits for a user.' };

export default list({
  openstack: 'limits show --absolute {tenant:--project}',
  arguments: { tenant: optionalArgument('<tenant_id>', 'Display information for a single tenant (Admin only).') },
  rows: async function* ({ session, args }) {
    const query = { tenant_id: await idOf(session, 'tenant', args.tenant) };
    const { absolute } = await objectOf(session, { service: 'volume', path: '/limits', query }, 'limits');
    yield Object.entries(asRecord(absolute)).map(([name, value]) => ({ name, value }));
  },
  columns: () => columns('Name', 'Value'),
});
