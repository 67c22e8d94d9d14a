import { list } from '../../command/define.js';
import { optionalArgument } from '../../command/options.js';
import { asRecords } from '../../lib/read.js';
import { objectOf } from '../../services/answer.js';
import { idOf } from '../../services/identity/named.js';
import { columns } from '../shared/volume-columns.js';

export const about = { summary: 'Lists rate limits for a user.' };

export default list({
  openstack: 'limits show --rate {tenant:--project}',
  arguments: { tenant: optionalArgument('<tenant_id>', 'Display information for a single tenant (Admin only).') },
  rows: async function* ({ session, args }) {
    const query = { tenant_id: await idOf(session, 'tenant', args.tenant) };
    const { rate } = await objectOf(session, { service: 'volume', path: '/limits', query }, 'limits');
    yield asRecords(rate).flatMap(({ uri, limit }) =>
      asRecords(limit).map(({ remaining, 'next-available': next, ...one }) => ({
        ...one,
        uri,
        remain: remaining,
        next_available: next,
      })),
    );
  },
  columns: () => columns('Verb', 'URI', 'Value', 'Remain', 'Unit', 'Next_Available'),
});
