import { show } from '../../command/define.js';
import { argument, text } from '../../command/options.js';
import { findKeypair } from '../../services/compute/keypairs.js';
import { idOf } from '../../services/identity/named.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Show details about the given keypair.' };

export default show({
  openstack: 'keypair show',
  options: { user: text('<user-id>', 'Name or ID of key-pair owner (Admin only).', { microversion: '2.10' }) },
  arguments: { keypair: argument('<keypair>', 'Name of keypair.') },
  fields: async ({ session, options, args }) =>
    everyField(await findKeypair(session, args.keypair, await idOf(session, 'user', options.user))).map((field) =>
      field.name === 'public_key' ? { ...field, footnote: 'Public key' } : field,
    ),
});
