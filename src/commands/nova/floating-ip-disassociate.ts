import { argument } from '../../command/options.js';
import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Disassociate a floating IP address from a server.', aliases: ['remove-floating-ip'] };

export default actOnServer({
  openstack: 'server remove floating ip {server} {address}',
  arguments: { address: argument('<address>', 'IP Address.') },
  // What nova hands on to the network service ended with 2.43.
  request: ({ args }) => ({ ...action('removeFloatingIp', { address: args.address }), microversion: '2.1' }),
});
