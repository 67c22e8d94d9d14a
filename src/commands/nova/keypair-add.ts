import { plainText } from '../../command/define.js';
import { argument, text } from '../../command/options.js';
import { createKeypair, publicKeyOf } from '../../services/compute/keypair-changes.js';
import { idOf } from '../../services/identity/named.js';

export const about = { summary: 'Create a new key pair for use with servers.' };

const command = plainText({
  openstack: 'keypair create {pubKey:--public-key} {keyType:--type} {user:--user}',
  login: true,
  options: {
    pubKey: text('<pub-key>', 'Path to a public ssh key.'),
    keyType: text('<key-type>', 'Keypair type. Can be ssh or x509.', { microversion: '2.2' }),
    user: text('<user-id>', 'ID of user to whom to add key-pair (Admin only).', { microversion: '2.10' }),
  },
  arguments: { name: argument('<name>', 'Name of key.') },
  run: async function* ({ session, options: { pubKey, keyType = 'ssh', user }, args: { name } }) {
    const publicKey = pubKey ? await publicKeyOf(pubKey) : undefined;
    const userId = await idOf(session, 'user', user);
    const privateKey = await createKeypair(session, { name, keyType, publicKey, userId });
    if (!publicKey) yield `${privateKey}\n`;
  },
});

export default { ...command, change: { creates: 'keypair' } };
