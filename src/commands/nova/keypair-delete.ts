import { act } from '../../command/act.js';
import { argument, text } from '../../command/options.js';
import { removeKeypair } from '../../services/compute/keypair-changes.js';
import { findKeypair } from '../../services/compute/keypairs.js';
import { idOf } from '../../services/identity/named.js';

export const about = { summary: 'Delete keypair given by its name.' };

export default act({
  openstack: 'keypair delete {user:--user}',
  options: { user: text('<user-id>', 'ID of key-pair owner (Admin only).', { microversion: '2.10' }) },
  arguments: { name: argument('<name>', 'Keypair name to delete.') },
  targets: ({ args }) => [args.name],
  whole: async ({ session, options }, name) =>
    findKeypair(session, name, await idOf(session, 'user', (options as { readonly user?: string }).user)),
  run: async ({ session, options }, name) => removeKeypair(session, name, await idOf(session, 'user', options.user)),
  sameBy: ({ fingerprint }) => fingerprint,
  destroys: 'keypair',
  until: 'gone',
});
