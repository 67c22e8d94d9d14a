import { list } from '../../command/define.js';
import { inOrder } from '../../command/in-order.js';
import { encryptionOf } from '../../services/volume/encryption.js';
import { volumeList } from '../../services/volume/listing.js';
import { volumeTypes } from '../../services/volume/resources.js';
import { columns } from '../shared/volume-columns.js';

export const about = { summary: 'Shows encryption type details for volume types. Admin only.' };

export default list({
  openstack: 'volume type list --encryption-type',
  rows: async function* ({ session }) {
    // The API tells it type by type only.
    for await (const page of volumeList(session, volumeTypes, { is_public: 'None' })) {
      const asked = inOrder(page, 8, (type) =>
        encryptionOf(session, type).then(
          (rows) => ({ rows }),
          (error: unknown) => ({ error }),
        ),
      );
      for await (const result of asked) {
        if ('error' in result) throw result.error;
        yield result.rows;
      }
    }
  },
  columns: () => columns('Volume Type ID', 'Provider', 'Cipher', 'Key Size', 'Control Location'),
});
