import { act } from '../../command/act.js';
import { requiredText, text } from '../../command/options.js';
import { createFlavor } from '../../services/compute/flavor-changes.js';
import { booleanOption } from '../shared/booleans.js';

export const about = { name: 'flavor create', summary: 'Create a flavor.', aliases: ['instance_type create'] };

export default act({
  openstack:
    'flavor create {id:--id} {memory:--ram} {root:--disk} {ephemeral:--ephemeral} {cpu:--vcpus} {swap:--swap} ' +
    '{factor:--rxtx-factor} {isPublic?} {name}',
  options: {
    name: requiredText('<name>', 'Name of flavor.', { isWord: true }),
    memory: requiredText('<memory size>', 'Memory size, in MB.', { isWord: true }),
    cpu: requiredText('<num cores>', 'Number of cpus.', { isWord: true }),
    root: requiredText('<root_gb>', 'Root disk size, in GB.', { long: 'root_gb', isWord: true }),
    ephemeral: text('<ephemeral_gb>', 'Ephemeral disk size, in GB.', { long: 'ephemeral_gb', isWord: true }),
    id: text('<flavor id>', 'Flavor id; left out: one is made.', { long: 'flavor', isWord: true }),
    swap: text('<swap>', 'Swap, in MB.', { isWord: true }),
    factor: text('<rxtx_factor>', 'Rxtx factor.', { long: 'rxtx_factor', isWord: true }),
    isPublic: text('<is_public>', 'Make flavor accessible to the public (default true).', {
      long: 'is_public',
      isWord: true,
    }),
  },
  targets: ({ options }) => [options.name],
  run: ({ session, options: { memory, cpu, root, ephemeral, id = 'auto', swap, factor, ...options } }, name) => {
    const sizes = { ram: memory, vcpus: cpu, disk: root };
    const isPublic = booleanOption('--is_public', options.isPublic) ?? true;
    return createFlavor(session, { name, id, ...sizes, ephemeral, swap, rxtxFactor: factor, isPublic });
  },
  accepted: (name) => `${name} created`,
});
