import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { asText } from '../../lib/read.js';
import { findFloatingIp, removeFloatingIp } from '../../services/compute/floating-ip-changes.js';
import { foundOf } from '../shared/plans.js';

export const about = { summary: 'De-allocate a floating IP.' };

export default act({
  openstack: 'floating ip delete {address}',
  arguments: { address: argument('<address>', 'IP of Floating IP.') },
  targets: ({ args }) => [args.address],
  find: async ({ session }, given) => {
    const found = await findFloatingIp(session, given);
    return foundOf(found, `${asText(found.ip)} of pool ${asText(found.pool)}`);
  },
  goesWith: async (_, { instance_id: server, fixed_ip: fixed }) =>
    asText(server) === '' ? ['no server has it'] : [`server ${asText(server)} (${asText(fixed)}) loses it`],
  run: ({ session }, address) => removeFloatingIp(session, address),
  destroys: 'floating address',
});
