import { show } from '../../command/define.js';
import { requiredText, text } from '../../command/options.js';
import { getEc2Credential } from '../../services/identity/ec2-credentials.js';
import { idOf } from '../../services/identity/named.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Display EC2-compatible credentials.' };

export default show({
  openstack: 'ec2 credentials show {access} {owner:--user}',
  options: {
    owner: text('<user-id>', 'Name or ID of the user.', { long: 'user-id' }),
    access: requiredText('<access-key>', 'Access Key.'),
  },
  fields: async ({ session, options }) =>
    everyField(await getEc2Credential(session, options.access, await idOf(session, 'user', options.owner))),
});
