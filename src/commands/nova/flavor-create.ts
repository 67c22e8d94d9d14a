import { argument, text } from '../../command/options.js';
import { createFlavor } from '../../services/compute/flavor-changes.js';
import { booleanOption } from '../shared/booleans.js';
import { flavorColumns, flavorDescription } from '../shared/flavor-columns.js';
import { listChange } from '../shared/list-changes.js';

export const about = { summary: 'Create a new flavor.' };

export default listChange({
  openstack:
    'flavor create {id:--id} {ram:--ram} {disk:--disk} {ephemeral:--ephemeral} {vcpus:--vcpus} {swap:--swap} ' +
    '{rxtxFactor:--rxtx-factor} {description:--description} {isPublic?}',
  options: {
    ephemeral: text('<ephemeral>', 'Ephemeral space size in GiB (default 0).'),
    swap: text('<swap>', 'Additional swap space size in MiB (default 0).'),
    rxtxFactor: text('<factor>', 'RX/TX factor (default 1).'),
    isPublic: text('<is-public>', 'Make flavor accessible to the public (default true).'),
    description: text(
      '<description>',
      'A free form description of the flavor. Limited to 65535 characters in length. Only printable characters are ' +
        'allowed.',
      { microversion: '2.55' },
    ),
  },
  arguments: {
    name: argument('<name>', 'Unique name of the new flavor.'),
    id: argument('<id>', "Unique ID of the new flavor. Specifying 'auto' will generated a UUID for the ID."),
    ram: argument('<ram>', 'Memory size in MiB.'),
    disk: argument('<disk>', 'Disk size in GiB.'),
    vcpus: argument('<vcpus>', 'Number of vcpus'),
  },
  run: async ({ session, options, args }) => {
    const isPublic = booleanOption('--is-public', options.isPublic) ?? true;
    return [await createFlavor(session, { ...options, ...args, isPublic })];
  },
  columns: { ...flavorColumns, description: flavorDescription },
  creates: 'flavor',
});
