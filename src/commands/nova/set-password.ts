import { act } from '../../command/act.js';
import { argument } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { ownServers } from '../../services/compute/servers.js';
import { actOnOne } from '../../services/resource.js';
import { aboutServers } from '../shared/server-actions.js';

export const about = { summary: 'Change the admin password for a server.', aliases: ['root-password'] };

export default act({
  openstack: 'server set --root-password {server}',
  arguments: { server: argument('<server>', 'Name or ID of server.') },
  targets: ({ args }) => [args.server],
  find: aboutServers.find,
  // Nobody is asked for a password that nothing is to get.
  findFirst: aboutServers.find,
  run: async ({ session, program }, _, { id }) => {
    const password = await program.askSecret('New password: ');
    // Who pipes it in has nothing to mistype.
    const again = program.isAskable() ? await program.askSecret('Again: ') : password;
    if (password === undefined) throw new Failure('There is no new password.');
    if (password !== again) throw new Failure('Passwords do not match.');
    return actOnOne(session, ownServers, id, 'changePassword', { adminPass: password });
  },
});
