import { show } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { findVolumeResource, transfersOf } from '../../services/volume/api.js';
import { fieldsOf } from '../shared/volume-columns.js';

export const about = { summary: 'Shows transfer details.' };

export default show({
  openstack: 'volume transfer request show',
  arguments: { transfer: argument('<transfer>', 'Name or ID of transfer to accept.') },
  fields: async ({ session, args }) =>
    fieldsOf(await findVolumeResource(session, await transfersOf(session), args.transfer)),
});
