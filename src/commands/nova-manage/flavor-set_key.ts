import { act } from '../../command/act.js';
import { requiredText } from '../../command/options.js';
import { setExtraSpecs } from '../../services/compute/flavor-changes.js';
import { findFlavor } from '../../services/compute/flavors.js';

export const about = {
  name: 'flavor set_key',
  summary: 'Add or change the extra spec of a flavor.',
  aliases: ['instance_type set_key'],
};

export default act({
  openstack: false,
  options: {
    name: requiredText('<name>', 'Name of flavor.', { isWord: true }),
    specKey: requiredText('<key>', 'The key of the key/value pair.', { long: 'key', isWord: true }),
    value: requiredText('<value>', 'The value of the key/value pair.', { isWord: true }),
  },
  targets: ({ options }) => [options.name],
  run: async ({ session, options }, name) => {
    const { specKey, value } = options;
    await setExtraSpecs(session, await findFlavor(session, name), { [specKey]: value });
  },
  accepted: (name, { specKey, value }) => `Key ${specKey} set to ${value} on instance type ${name}`,
});
