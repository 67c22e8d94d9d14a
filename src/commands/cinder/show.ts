import type { Json } from '../../lib/read.js';
import { asRecord, asRecords } from '../../lib/read.js';
import { isV1 } from '../../services/volume/api.js';
import { volumes } from '../../services/volume/resources.js';
import { everyField } from '../shared/attributes.js';
import { fieldsOf } from '../shared/volume-columns.js';
import { volumeShowOf } from '../shared/volume-commands.js';

export const about = { summary: 'Shows volume details.' };

export default volumeShowOf(volumes, {
  openstack: 'volume show',
  fields: async (volume, session) =>
    (await isV1(session)) ? everyField(volume) : fieldsOf(withServers(volume), ['metadata', 'volume_image_metadata']),
});

/** Ids in the place of attachments (cinderclient `shell_base.py` do_show). */
function withServers({ attachments, ...volume }: Json): Json {
  const { readonly } = asRecord(volume.metadata);
  return {
    ...volume,
    ...(readonly === undefined ? {} : { readonly }),
    attachment_ids: asRecords(attachments).map(({ attachment_id: id }) => id),
    attached_servers: asRecords(attachments).map(({ server_id: id }) => id),
  };
}
