import { act } from '../../command/act.js';
import { requiredText } from '../../command/options.js';
import { unsetExtraSpecs } from '../../services/compute/flavor-changes.js';
import { findFlavor } from '../../services/compute/flavors.js';

export const about = {
  name: 'flavor unset_key',
  summary: 'Delete the extra spec of a flavor.',
  aliases: ['instance_type unset_key'],
};

export default act({
  openstack: false,
  options: {
    name: requiredText('<name>', 'Name of flavor.', { isWord: true }),
    specKey: requiredText('<key>', 'The key of the key/value pair.', { long: 'key', isWord: true }),
  },
  targets: ({ options }) => [options.name],
  run: async ({ session, options }, name) => {
    const { specKey } = options;
    await unsetExtraSpecs(session, await findFlavor(session, name), [specKey]);
  },
  accepted: (name, { specKey }) => `Key ${specKey} unset on instance type ${name}`,
});
