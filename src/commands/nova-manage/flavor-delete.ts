import { act } from '../../command/act.js';
import { requiredText } from '../../command/options.js';
import { flavors } from '../../services/compute/flavor-changes.js';
import { findOne, getOne, removeOne } from '../../services/resource.js';

export const about = { name: 'flavor delete', summary: 'Delete a flavor.', aliases: ['instance_type delete'] };

export default act({
  openstack: 'flavor delete {name:}',
  options: { name: requiredText('<name>', 'Name of flavor.', { isWord: true }) },
  targets: ({ options }) => [options.name],
  find: ({ session }, given) => findOne(session, flavors, given),
  whole: ({ session }, id) => getOne(session, flavors, id),
  run: ({ session }, given) => removeOne(session, flavors, given),
  accepted: (name) => `${name} deleted`,
  destroys: 'flavor',
  until: 'gone',
});
