import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { findByName } from '../../services/identity/find.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Display role details.' };

export default show({
  openstack: 'role show',
  arguments: { role: argument('<role>', 'Name or ID of role to display.') },
  fields: async ({ session, args }) => everyField(await findByName(session, 'role', args.role)),
});
