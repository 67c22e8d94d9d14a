import { Failure } from '../../core/errors.js';
import { action, actOnServer } from '../shared/server-actions.js';

export const about = { summary: 'Change the admin password for a server.', aliases: ['root-password'] };

export default actOnServer({
  openstack: 'server set --password {server}',
  request: async ({ program }) => {
    const password = await program.askSecret('New password: ');
    // Who pipes it in has nothing to mistype.
    const again = program.isAskable() ? await program.askSecret('Again: ') : password;
    if (password === undefined) throw new Failure('There is no new password.');
    if (password !== again) throw new Failure('Passwords do not match.');
    return action('changePassword', { adminPass: password });
  },
});
