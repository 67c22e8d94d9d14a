import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { named } from '../../services/identity/named.js';
import { volumeQuotas } from '../../services/volume/quotas.js';
import { fieldsOf } from '../shared/volume-columns.js';

export const about = { summary: 'Lists default quotas for a tenant.' };

export default show({
  openstack: 'quota show --default --volume',
  arguments: { tenant: argument('<tenant_id>', 'Name or ID of tenant for which to list quota defaults.') },
  fields: async ({ session, args }) =>
    fieldsOf(await volumeQuotas(session, (await named(session, 'tenant', args.tenant)).id, 'defaults')),
});
