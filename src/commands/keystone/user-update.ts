import { act } from '../../command/act.js';
import { argument, text } from '../../command/options.js';
import { identityChanges } from '../../services/identity/changes.js';
import { findIdByName } from '../../services/identity/find.js';
import { findId, isEnabled } from '../shared/identity-commands.js';

export const about = { summary: "Update user's name, email, and enabled status." };

interface Given {
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly enabled: string | undefined;
}

const changes = ({ name, email, enabled }: Given) => ({
  ...(name ? { name } : {}),
  ...(email === undefined ? {} : { email }),
  ...(enabled ? { enabled: isEnabled(enabled) } : {}),
});

const isNothing = (options: Given): boolean => Object.keys(changes(options)).length === 0;

export default act({
  openstack: 'user set {name:--name} {email:--email} {enabled:--enable|--disable} {user}',
  options: {
    name: text('<user-name>', 'Desired new user name.'),
    email: text('<email>', 'Desired new email address.'),
    enabled: text('<true|false>', 'Enable or disable user.'),
  },
  arguments: { user: argument('<user>', 'Name or ID of user to update.') },
  targets: ({ args }) => [args.user],
  find: findId('user'),
  findFirst: async ({ session, options }, given) => ({
    id: isNothing(options) ? undefined : await findIdByName(session, 'user', given),
  }),
  run: async ({ session, options }, _, { id }) => {
    if (id === undefined || isNothing(options)) return;
    await (await identityChanges(session)).update('user', id, changes(options));
  },
  accepted: (_, options) => (isNothing(options) ? 'User not updated, no arguments present.' : 'User has been updated.'),
  failedLine: (_, error) => `Unable to update user: ${error.message}`,
  refused: '',
});
