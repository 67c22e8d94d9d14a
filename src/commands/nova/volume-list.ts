import { list } from '../../command/define.js';
import { optionalInteger } from '../../command/options.js';
import { asRecords, asText, type Json } from '../../lib/read.js';
import { displayName, listVolumes } from '../../services/volume/volumes.js';
import { attribute } from '../shared/attributes.js';

export const about = { summary: 'List all the volumes.' };

export default list({
  openstack: 'volume list',
  options: {
    allTenants: optionalInteger('<0|1>', 'Display information from all tenants (Admin only).', {
      env: ['ALL_TENANTS'],
    }),
  },
  rows: ({ session, options: { allTenants } }) => listVolumes(session, allTenants !== 0),
  columns: {
    id: attribute('ID'),
    status: attribute('Status'),
    name: { title: 'Display Name', value: displayName },
    size: attribute('Size'),
    type: attribute('Volume Type'),
    attached: { title: 'Attached to', value: servers, text: (volume) => servers(volume).join(',') },
  },
});

/** Ids of the servers that have the volume. */
function servers({ attachments }: Json): readonly string[] {
  return asRecords(attachments).map(({ server_id: id }) => asText(id));
}
