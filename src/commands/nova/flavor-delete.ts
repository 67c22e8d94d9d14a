import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { flavors } from '../../services/compute/flavor-changes.js';
import { findFlavorId } from '../../services/compute/flavors.js';
import { findOne, getOne, removeById } from '../../services/resource.js';

export const about = { summary: 'Delete a specific flavor.' };

export default act({
  openstack: 'flavor delete',
  arguments: { flavor: argument('<flavor>', 'Name or ID of the flavor to delete.') },
  targets: ({ args }) => [args.flavor],
  find: ({ session }, given) => findOne(session, flavors, given),
  whole: ({ session }, id) => getOne(session, flavors, id),
  run: async ({ session }, given) => removeById(session, flavors, await findFlavorId(session, given)),
  destroys: 'flavor',
  until: 'gone',
});
