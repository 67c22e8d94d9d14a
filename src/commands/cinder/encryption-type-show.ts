import { list } from '../../command/define.js';
import { argument } from '../../command/options.js';
import { findVolumeResource } from '../../services/volume/api.js';
import { encryptionOf } from '../../services/volume/encryption.js';
import { volumeTypes } from '../../services/volume/resources.js';
import { columns } from '../shared/volume-columns.js';

export const about = { summary: 'Shows encryption type details for a volume type. Admin only.' };

export default list({
  openstack: 'volume type show --encryption-type',
  arguments: { type: argument('<volume_type>', 'Name or ID of volume type.') },
  rows: async function* ({ session, args }) {
    yield await encryptionOf(session, await findVolumeResource(session, volumeTypes, args.type));
  },
  columns: () => columns('Volume Type ID', 'Provider', 'Cipher', 'Key Size', 'Control Location'),
});
