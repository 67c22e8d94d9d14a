import { act } from '../../command/act.js';
import { argument, flag, text } from '../../command/options.js';
import { updateQuotas } from '../../services/compute/quotas.js';
import { idOf } from '../../services/identity/named.js';
import { limitOptions, limitsOf } from '../shared/quota-options.js';

export const about = { summary: 'Update the quotas for a tenant/user.' };

export default act({
  openstack:
    'quota set {instances:--instances} {cores:--cores} {ram:--ram} {metadataItems:--properties} {keyPairs:--key-pairs} ' +
    '{serverGroups:--server-groups} {serverGroupMembers:--server-group-members} {force:--force} {user?} {tenant}',
  options: {
    user: text('<user-id>', 'ID of user to set the quotas for.'),
    ...limitOptions('2.35'),
    force: flag('Whether force update the quota even if the already used and reserved exceeds the new quota.'),
  },
  arguments: { tenant: argument('<tenant-id>', 'ID of tenant to set the quotas for.') },
  targets: ({ args }) => [args.tenant],
  run: async ({ session, options }, tenant) => {
    const limits = limitsOf(options);
    if (Object.keys(limits).length === 0) return undefined;
    const [project, user] = [await idOf(session, 'tenant', tenant), await idOf(session, 'user', options.user)];
    return updateQuotas(session, project ?? tenant, {
      user,
      limits: { ...limits, ...(options.force && { force: true }) },
    });
  },
});
