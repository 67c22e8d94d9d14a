import { act } from '../../command/act.js';
import { text } from '../../command/options.js';
import { unsetExtraSpecs } from '../../services/compute/flavor-changes.js';
import { findFlavor } from '../../services/compute/flavors.js';
import { needed } from '../shared/manage-arguments.js';

export const about = {
  name: 'flavor unset_key',
  summary: 'Delete the extra spec of a flavor.',
  aliases: ['instance_type unset_key'],
};

export default act({
  openstack: 'flavor unset --property {specKey} {name}',
  options: {
    name: text('<name>', 'Name of flavor.'),
    specKey: text('<key>', 'The key of the key/value pair.', { long: 'key' }),
  },
  targets: ({ options }) => [needed('--name', options.name)],
  run: async ({ session, options }, name) => {
    const specKey = needed('--key', options.specKey);
    await unsetExtraSpecs(session, await findFlavor(session, name), [specKey]);
  },
  accepted: (name, { specKey }) => `Key ${specKey} unset on instance type ${name}`,
});
