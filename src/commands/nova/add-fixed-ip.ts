import { argument } from '../../command/options.js';
import { action, actOnServer } from '../shared/server-actions.js';
import { lookAtNewAddress, noteAddresses } from '../shared/server-part-looks.js';

export const about = { summary: 'Add new IP address on a network to server.' };

export default actOnServer({
  openstack: 'server add fixed ip {server} {networkId}',
  arguments: { networkId: argument('<network-id>', 'Network ID.') },
  until: { status: ['address added'] },
  before: noteAddresses,
  look: lookAtNewAddress,
  // What nova hands on to the network service ended with 2.43.
  request: ({ args }) => ({ ...action('addFixedIp', { networkId: args.networkId }), microversion: '2.1' }),
});
