import { list } from '../../command/define.js';
import { integer, text } from '../../command/options.js';
import { listKeypairs } from '../../services/compute/keypairs.js';
import { idOf } from '../../services/identity/named.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'Print a list of keypairs for a user.' };

export default list({
  openstack: 'keypair list',
  options: {
    user: text('<user-id>', 'List key-pairs of specified user, by name or ID (Admin only).', { microversion: '2.10' }),
    marker: text('<marker>', 'The last keypair of the previous page; displays list of keypairs after "marker".', {
      microversion: '2.35',
    }),
    limit: integer('<limit>', 'Maximum number of keypairs to display, at most as many as the server gives at once.', {
      microversion: '2.35',
    }),
  },
  rows: async function* ({ session, options: { user, marker, limit } }) {
    const userId = await idOf(session, 'user', user);
    yield* listKeypairs(session, { user_id: userId, marker, limit: limit || undefined });
  },
  columns: {
    name: attribute('Name'),
    type: { ...attribute('Type'), since: '2.2' },
    fingerprint: attribute('Fingerprint'),
  },
});
