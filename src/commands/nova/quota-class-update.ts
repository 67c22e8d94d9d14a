import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { updateClassQuotas } from '../../services/compute/quotas.js';
import { limitOptions, limitsOf } from '../shared/quota-options.js';

export const about = { summary: 'Update the quotas for a quota class.' };

export default act({
  openstack:
    'quota set --class {instances:--instances} {cores:--cores} {ram:--ram} {metadataItems:--properties} ' +
    '{keyPairs:--key-pairs} {serverGroups:--server-groups} {serverGroupMembers:--server-group-members} {class}',
  options: limitOptions('2.49'),
  arguments: { class: argument('<class>', 'Name of quota class to set the quotas for.') },
  targets: ({ args }) => [args.class],
  run: async ({ session, options }, name) => {
    const limits = limitsOf(options);
    return Object.keys(limits).length === 0 ? undefined : updateClassQuotas(session, name, limits);
  },
});
