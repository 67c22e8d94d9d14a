import { act } from '../../command/act.js';
import { argument, text } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { identityChanges } from '../../services/identity/changes.js';
import { findId } from '../shared/identity-commands.js';
import { askNewPassword } from '../shared/new-password.js';

export const about = { summary: 'Update user password.' };

export default act({
  openstack: ['user set --password {pass} {user}', 'user set --password-prompt {user}'],
  options: { pass: text('<password>', 'Desired new password.', { secret: true }) },
  arguments: { user: argument('<user>', 'Name or ID of user to update password.') },
  targets: ({ args }) => [args.user],
  find: findId('user'),
  findFirst: findId('user'),
  run: async ({ session, options, program }, _, { id }) => {
    const password = options.pass || (await askNewPassword(program));
    if (password === undefined) {
      throw new Failure('Please specify password using the --pass option or using the prompt');
    }
    await (await identityChanges(session)).setPassword(id, password);
  },
});
