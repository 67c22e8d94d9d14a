import { act } from '../../command/act.js';
import { text } from '../../command/options.js';
import { flavors } from '../../services/compute/flavor-changes.js';
import { findOne, removeOne } from '../../services/resource.js';
import { needed, sameAs } from '../shared/manage-arguments.js';

export const about = { name: 'flavor delete', summary: 'Delete a flavor.', aliases: ['instance_type delete'] };

export default act({
  openstack: 'flavor delete {name:} {typedName:}',
  options: { name: text('<name>', 'Name of flavor.') },
  arguments: { typedName: sameAs('<name>') },
  targets: ({ args, options }) => [needed('--name', options.name, args.typedName)],
  find: ({ session }, given) => findOne(session, flavors, given),
  run: ({ session }, given) => removeOne(session, flavors, given),
  accepted: (name) => `${name} deleted`,
  destroys: 'flavor',
  until: 'gone',
});
