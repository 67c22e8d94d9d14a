import { plainText } from '../../command/define.js';
import { argument, optionalArgument } from '../../command/options.js';
import { decryptPassword } from '../../services/compute/passwords.js';
import { cipheredPassword } from '../../services/compute/server-subresources.js';

export const about = { summary: 'Get the admin password for a server, as its metadata service has it.' };

export default plainText({
  openstack: false,
  login: true,
  arguments: {
    server: argument('<server>', 'Name or ID of server.'),
    privateKey: optionalArgument(
      '<private-key>',
      'File of the private key; without it the ciphered password is shown.',
    ),
  },
  run: async function* ({ session, args }) {
    const ciphered = await cipheredPassword(session, args.server);
    const shown = args.privateKey && ciphered !== '' ? await decryptPassword(ciphered, args.privateKey) : ciphered;
    yield `${shown}\n`;
  },
});
