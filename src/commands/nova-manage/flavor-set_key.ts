import { act } from '../../command/act.js';
import { text } from '../../command/options.js';
import { setExtraSpecs } from '../../services/compute/flavor-changes.js';
import { findFlavor } from '../../services/compute/flavors.js';
import { needed } from '../shared/manage-arguments.js';

export const about = {
  name: 'flavor set_key',
  summary: 'Add or change the extra spec of a flavor.',
  aliases: ['instance_type set_key'],
};

export default act({
  openstack: 'flavor set --property {specKey}={value} {name}',
  options: {
    name: text('<name>', 'Name of flavor.'),
    specKey: text('<key>', 'The key of the key/value pair.', { long: 'key' }),
    value: text('<value>', 'The value of the key/value pair.'),
  },
  targets: ({ options }) => [needed('--name', options.name)],
  run: async ({ session, options }, name) => {
    const specKey = needed('--key', options.specKey);
    const value = needed('--value', options.value);
    await setExtraSpecs(session, await findFlavor(session, name), { [specKey]: value });
  },
  accepted: (name, { specKey, value }) => `Key ${specKey} set to ${value} on instance type ${name}`,
});
