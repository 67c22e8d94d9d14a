import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { asRecord } from '../../lib/read.js';
import { named } from '../../services/identity/named.js';
import { isV1 } from '../../services/volume/api.js';
import { volumeQuotas } from '../../services/volume/quotas.js';
import { columns } from '../shared/volume-columns.js';

export const about = { summary: 'Lists quota usage for a tenant.' };

export default list({
  openstack: 'quota show --usage --volume',
  arguments: { tenant: argument('<tenant_id>', 'Name or ID of tenant for which to list quota usage.') },
  rows: async function* ({ session, args }) {
    const quotas = await volumeQuotas(session, (await named(session, 'tenant', args.tenant)).id, 'usage');
    yield Object.entries(quotas).map(([type, usage]) => ({ type, ...asRecord(usage) }));
  },
  columns: async (_options, _first, session) =>
    columns('Type', 'In_use', 'Reserved', 'Limit', ...((await isV1(session)) ? [] : ['Allocated'])),
});
