import { list } from '../../command/define.js';
import { asRecord, type Json } from '../../lib/read.js';
import { volumeList } from '../../services/volume/listing.js';
import { zones } from '../../services/volume/resources.js';
import { columns } from '../shared/volume-columns.js';

export const about = { summary: 'Lists all availability zones.' };

export default list({
  openstack: 'availability zone list --volume',
  rows: async function* ({ session }) {
    for await (const page of volumeList(session, zones, {})) yield page.flatMap(tree);
  },
  columns: () => columns('Name', 'Status'),
});

/** A zone, its hosts and their services, where the service tells them (cinderclient treeizeAvailabilityZone). */
function tree({ zoneName, zoneState, hosts }: Json): readonly Json[] {
  const status = asRecord(zoneState).available ? 'available' : 'not available';
  const below = Object.entries(asRecord(hosts)).flatMap(([host, services]) => [
    { name: `|- ${host}`, status: '' },
    ...Object.entries(asRecord(services)).map(([service, state]) => {
      const { active, available, updated_at: updated } = asRecord(state);
      const words = `${active ? 'enabled' : 'disabled'} ${available ? ':-)' : 'XXX'} ${updated ?? 'None'}`;
      return { name: `| |- ${service}`, status: words };
    }),
  ]);
  return [{ name: zoneName, status }, ...below];
}
