import { act } from '../../command/act.js';
import { argument, text } from '../../command/options.js';
import { asText } from '../../lib/read.js';
import { identityChanges } from '../../services/identity/changes.js';
import { findByName } from '../../services/identity/find.js';
import { isEnabled } from '../shared/identity-commands.js';
import { foundOf } from '../shared/plans.js';

export const about = { summary: 'Update tenant name, description, enabled status.' };

export default act({
  openstack: 'project set {name:--name} {description:--description} {enabled:--enable|--disable} {tenant}',
  options: {
    name: text('<tenant_name>', 'Desired new name of tenant.'),
    description: text('<tenant-description>', 'Desired new description of tenant.'),
    enabled: text('<true|false>', 'Enable or disable tenant.'),
  },
  arguments: { tenant: argument('<tenant>', 'Name or ID of tenant to update.') },
  targets: ({ args }) => [args.tenant],
  find: async ({ session }, given) => foundOf(await findByName(session, 'tenant', given)),
  findFirst: ({ session }, given) => findByName(session, 'tenant', given),
  run: async ({ session, options: { name, description, enabled } }, _, tenant) => {
    if (!name && description === undefined && !enabled) return;
    // What is not to be changed is sent as it is: old services forget it otherwise.
    await (await identityChanges(session)).update('tenant', asText(tenant.id), {
      name: name || tenant.name,
      description: description ?? tenant.description,
      enabled: enabled ? isEnabled(enabled) : tenant.enabled,
    });
  },
  accepted: (_, { name, description, enabled }) =>
    name || description !== undefined || enabled ? undefined : 'Tenant not updated, no arguments present.',
});
