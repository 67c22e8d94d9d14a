import { act } from '../../command/act.js';
import { text } from '../../command/options.js';
import { Failure } from '../../core/errors.js';
import { identityChanges } from '../../services/identity/changes.js';
import { askNewPassword } from '../shared/new-password.js';

export const about = { summary: 'Update own password.' };

export default act({
  openstack: 'user password set {currentPassword:--original-password} {newPassword:--password}',
  options: {
    currentPassword: text(
      '<current-password>',
      'Current password, Defaults to the password as set by --os-password or env[OS_PASSWORD].',
      { secret: true },
    ),
    newPassword: text('<new-password>', 'Desired new password.', { secret: true }),
  },
  // Oneself has no name here.
  targets: () => [''],
  run: async ({ session, options, program }) => {
    const current = options.currentPassword ?? (await session.password());
    const wanted = options.newPassword ?? (await askNewPassword(program));
    if (current === undefined || wanted === undefined) {
      const [which, option] = current === undefined ? ['current', '--current-password'] : ['new', '--new-password'];
      throw new Failure(`Nobody is there to be asked for the ${which} password.`, { hint: `Give it with ${option}.` });
    }
    const { user } = await session.accessInfo();
    await (await identityChanges(session)).changeOwnPassword(user.id, current, wanted);
  },
  accepted: () => 'You should update the password you are using to authenticate to match your new password',
});
