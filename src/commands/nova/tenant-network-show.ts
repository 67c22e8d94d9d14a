import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { getTenantNetwork } from '../../services/compute/tenant-networks.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Show a tenant network.', aliases: ['net'] };

export default show({
  openstack: 'network show',
  arguments: { network: argument('<network_id>', 'ID of network.') },
  fields: async ({ session, args }) => everyField(await getTenantNetwork(session, args.network)),
});
