import { act } from '../../command/act.js';
import { text } from '../../command/options.js';
import { createFlavor } from '../../services/compute/flavor-changes.js';
import { booleanOption } from '../shared/booleans.js';
import { needed } from '../shared/manage-arguments.js';

export const about = { name: 'flavor create', summary: 'Create a flavor.', aliases: ['instance_type create'] };

export default act({
  openstack:
    'flavor create {id:--id} {memory:--ram} {root:--disk} {ephemeral:--ephemeral} {cpu:--vcpus} {swap:--swap} ' +
    '{factor:--rxtx-factor} {isPublic?} {name}',
  options: {
    name: text('<name>', 'Name of flavor.'),
    memory: text('<memory size>', 'Memory size, in MB.'),
    cpu: text('<num cores>', 'Number of cpus.'),
    root: text('<root_gb>', 'Root disk size, in GB.', { long: 'root_gb' }),
    ephemeral: text('<ephemeral_gb>', 'Ephemeral disk size, in GB.', { long: 'ephemeral_gb' }),
    id: text('<flavor id>', 'Flavor id; left out: one is made.', { long: 'flavor' }),
    swap: text('<swap>', 'Swap, in MB.'),
    factor: text('<rxtx_factor>', 'Rxtx factor.', { long: 'rxtx_factor' }),
    isPublic: text('<is_public>', 'Make flavor accessible to the public (default true).', { long: 'is_public' }),
  },
  targets: ({ options }) => [needed('--name', options.name)],
  run: ({ session, options: { memory, cpu, root, ephemeral, id = 'auto', swap, factor, ...options } }, name) => {
    const sizes = { ram: needed('--memory', memory), vcpus: needed('--cpu', cpu), disk: needed('--root_gb', root) };
    const isPublic = booleanOption('--is_public', options.isPublic) ?? true;
    return createFlavor(session, { name, id, ...sizes, ephemeral, swap, rxtxFactor: factor, isPublic });
  },
  accepted: (name) => `${name} created`,
});
