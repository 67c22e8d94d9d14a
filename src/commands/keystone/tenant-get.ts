import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { findByName } from '../../services/identity/find.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Display tenant details.' };

export default show({
  openstack: 'project show',
  arguments: { tenant: argument('<tenant>', 'Name or ID of tenant to display.') },
  fields: async ({ session, args }) => everyField(await findByName(session, 'tenant', args.tenant)),
});
