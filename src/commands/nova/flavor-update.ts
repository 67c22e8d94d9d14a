import { argument } from '../../command/options.js';
import { flavors } from '../../services/compute/flavor-changes.js';
import { findFlavorId } from '../../services/compute/flavors.js';
import { updateOne } from '../../services/resource.js';
import { flavorColumns, flavorDescription } from '../shared/flavor-columns.js';
import { listChange } from '../shared/list-changes.js';

export const about = { summary: 'Update the description of an existing flavor.' };

export default listChange({
  openstack: 'flavor set --description {description} {flavor}',
  microversion: '2.55',
  arguments: {
    flavor: argument('<flavor>', 'Name or ID of the flavor to update.'),
    description: argument(
      '<description>',
      'A free form description of the flavor. Limited to 65535 characters in length. Only printable characters are ' +
        'allowed.',
    ),
  },
  run: async ({ session, args: { flavor, description } }) => [
    await updateOne(session, flavors, await findFlavorId(session, flavor), { description }),
  ],
  columns: { ...flavorColumns, description: flavorDescription },
  targets: ({ args }) => [args.flavor],
});
