import type { Command } from '../../command/command.js';
import { show } from '../../command/define.js';
import { optionalArgument, text } from '../../command/options.js';
import { asText } from '../../lib/read.js';
import { objectOf } from '../../services/answer.js';
import { quotas } from '../../services/network/resources.js';
import { callOf, pathOf } from '../../services/resource.js';
import { fieldsOf } from './neutron-show.js';

/** The quotas of a tenant, or its own (neutronclient `quota.py` ShowQuotaBase). @param path what follows the tenant */
export function quotaShow(path: string, openstack: string): Command {
  return show({
    openstack,
    options: { tenantId: text('tenant-id', 'The owner tenant ID.') },
    arguments: { tenant: { ...optionalArgument('<tenant>', 'The owner tenant ID.'), hidden: true } },
    fields: async ({ session, args, options }) => {
      const given = args.tenant || options.tenantId;
      const own = async () => asText((await objectOf(session, callOf(quotas, '/quotas/tenant'), 'tenant')).tenant_id);
      const id = given || (await own());
      return fieldsOf(await objectOf(session, callOf(quotas, pathOf(quotas, id, path)), quotas.noun));
    },
  });
}
