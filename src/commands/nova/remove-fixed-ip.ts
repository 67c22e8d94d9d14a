import { argument } from '../../command/options.js';
import { action, actOnServer } from '../shared/server-actions.js';
import { lookAtOldAddress } from '../shared/server-part-looks.js';

export const about = { summary: 'Remove an IP address from a server.' };

export default actOnServer({
  openstack: 'server remove fixed ip {server} {address}',
  arguments: { address: argument('<address>', 'IP Address.') },
  until: { status: ['address removed'] },
  look: lookAtOldAddress,
  // What nova hands on to the network service ended with 2.43.
  request: ({ args }) => ({ ...action('removeFixedIp', { address: args.address }), microversion: '2.1' }),
});
