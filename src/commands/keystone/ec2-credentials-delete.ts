import { act } from '../../command/act.js';
import { requiredText, text } from '../../command/options.js';
import { identityChanges } from '../../services/identity/changes.js';
import { getEc2Credential, ownerOf } from '../../services/identity/ec2-credentials.js';
import { idOf } from '../../services/identity/named.js';

export const about = { summary: 'Delete EC2-compatible credentials.' };

export default act({
  openstack: 'ec2 credentials delete {owner:--user} {access}',
  options: {
    owner: text('<user-id>', 'User ID.', { long: 'user-id' }),
    access: requiredText('<access-key>', 'Access Key.'),
  },
  targets: ({ options }) => [options.access],
  whole: async ({ session, options }, access) => {
    const user = await idOf(session, 'user', (options as { readonly owner?: string }).owner);
    const { tenant_id, user_id } = await getEc2Credential(session, access, await ownerOf(session, user));
    return { tenant_id, user_id };
  },
  run: async ({ session, options }, access) =>
    (await identityChanges(session)).removeEc2Credential(
      await ownerOf(session, await idOf(session, 'user', options.owner)),
      access,
    ),
  accepted: () => 'Credential has been deleted.',
  failedLine: (_, error) => `Unable to delete credential: ${error.message}`,
  refused: '',
  destroys: 'EC2 credential',
});
