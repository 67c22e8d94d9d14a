import { argument, text } from '../../command/options.js';
import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Associate a floating IP address to a server.', aliases: ['add-floating-ip'] };

export default actOnServer({
  openstack: 'server add floating ip {fixedAddress:--fixed-ip-address} {server} {address}',
  options: { fixedAddress: text('<fixed_address>', 'Fixed IP Address to associate with.') },
  arguments: { address: argument('<address>', 'IP Address.') },
  // What nova hands on to the network service ended with 2.43.
  request: ({ args, options }) => ({
    ...action('addFloatingIp', {
      address: args.address,
      ...(options.fixedAddress && { fixed_address: options.fixedAddress }),
    }),
    microversion: '2.1',
  }),
});
