import { act } from '../../command/act.js';
import { requiredText, text } from '../../command/options.js';
import { asText } from '../../lib/read.js';
import { removeQuotas, resetInWords } from '../../services/compute/quotas.js';
import { idOf } from '../../services/identity/named.js';

export const about = { summary: 'Delete quota for a tenant/user so their quota will Revert back to default.' };

export default act({
  openstack: 'quota delete --compute {user?} {tenant}',
  options: {
    tenant: requiredText('<tenant-id>', 'ID of tenant to delete quota for.'),
    user: text('<user-id>', 'ID of user to delete quota for.'),
  },
  targets: ({ options }) => [options.tenant],
  find: async ({ session }, given) => {
    const id = (await idOf(session, 'tenant', given)) ?? given;
    return { id, item: { project_id: id } };
  },
  goesWith: async ({ session, options }, { project_id: id }) =>
    resetInWords(session, asText(id), await idOf(session, 'user', (options as { readonly user?: string }).user)),
  run: async ({ session, options }, tenant) => {
    const project = (await idOf(session, 'tenant', tenant)) ?? tenant;
    return removeQuotas(session, project, await idOf(session, 'user', options.user));
  },
  destroys: 'quota',
});
