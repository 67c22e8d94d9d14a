import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { aboutServers } from '../shared/server-actions.js';

export const about = { summary: 'Refresh server network information.' };

export default act({
  openstack: false,
  arguments: {
    server: argument(
      '<server>',
      'Name or ID of a server for which the network cache should be refreshed from neutron (Admin only).',
    ),
  },
  unseen:
    'no API tells when nova has read the network of a server anew: compare the addresses of nova show with the ports of ' +
    'neutron port-list --device-id',
  targets: ({ args }) => [args.server],
  find: aboutServers.find,
  findFirst: aboutServers.find,
  // Compute API reference: "Create External Events".
  run: async ({ session }, _, { id }) => {
    const body = { events: [{ server_uuid: id, name: 'network-changed' }] };
    await session.json({ service: 'compute', path: '/os-server-external-events', method: 'POST', body });
    return { id };
  },
});
