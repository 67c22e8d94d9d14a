import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { findByName } from '../../services/identity/find.js';
import { everyField } from '../shared/attributes.js';

export const about = { summary: 'Display service from Service Catalog.' };

export default show({
  openstack: 'service show',
  arguments: { service: argument('<service>', 'Name or ID of service to display.') },
  fields: async ({ session, args }) => everyField(await findByName(session, 'service', args.service)),
});
