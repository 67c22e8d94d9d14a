import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { findFlavor, withExtraSpecs } from '../../services/compute/flavors.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Show details about the given flavor.' };

export default show({
  openstack: 'flavor show',
  arguments: { flavor: argument('<flavor>', 'Name or ID of flavor.') },
  fields: async ({ session, args }) => {
    const { links, ...flavor } = await withExtraSpecs(session, await findFlavor(session, args.flavor));
    return everyField(flavor);
  },
});
