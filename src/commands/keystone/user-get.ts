import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { findByName } from '../../services/identity/find.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Display user details.' };

export default show({
  openstack: 'user show',
  arguments: { user: argument('<user>', 'Name or ID of user to display.') },
  fields: async ({ session, args }) => everyField(await findByName(session, 'user', args.user)),
});
