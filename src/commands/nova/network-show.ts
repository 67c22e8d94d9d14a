import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { findNetwork } from '../../services/compute/networks.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Show details about the given network.' };

export default show({
  openstack: 'network show',
  arguments: { network: argument('<network>', 'UUID or label of network.') },
  fields: async ({ session, args }) => everyField(await findNetwork(session, args.network)),
});
