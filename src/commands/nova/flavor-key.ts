import { act } from '../../command/act.js';
import { argument, choiceArgument, restArguments } from '../../command/options.js';
import { setExtraSpecs, unsetExtraSpecs } from '../../services/compute/flavor-changes.js';
import { findFlavor } from '../../services/compute/flavors.js';
import { keysAndValues } from '../shared/metadata.js';
import { foundOf } from '../shared/plans.js';

export const about = { summary: 'Set or unset extra_spec for a flavor.' };

export default act({
  openstack: false,
  arguments: {
    flavor: argument('<flavor>', 'Name or ID of flavor.'),
    action: choiceArgument('<action>', ['set', 'unset'], "Actions: 'set' or 'unset'."),
    metadata: restArguments('<key=value>', 'Extra_specs to set/unset (only key is necessary on unset).'),
  },
  targets: ({ args }) => [args.flavor],
  find: async ({ session }, given) => foundOf(await findFlavor(session, given)),
  findFirst: ({ session }, given) => findFlavor(session, given),
  run: async ({ session, args: { action, metadata } }, _, flavor) => {
    const specs = keysAndValues(metadata);
    if (action === 'set') await setExtraSpecs(session, flavor, specs);
    else await unsetExtraSpecs(session, flavor, Object.keys(specs));
    return flavor;
  },
});
