import { sections } from '../../command/define.js';
import { text } from '../../command/options.js';
import { asRecord, asText } from '../../lib/read.js';
import { objectIn } from '../../services/answer.js';
import { showOrRemoved } from '../../services/compute/removed-apis.js';

export const about = { summary: 'Get cell capacities for all cells or a given cell.' };

export default sections({
  openstack: false,
  options: { cell: text('<cell-name>', 'Name of the cell to get the capacities.') },
  parts: async function* ({ session, options: { cell } }) {
    const path = cell === undefined ? '/os-cells/capacities' : `/os-cells/${encodeURIComponent(cell)}/capacities`;
    const capacities = objectIn(await showOrRemoved(session, 'cells', path, 'cell'), 'capacities');
    yield part('ram', 'Ram Available', 'Ram(MB)', capacities.ram_free);
    yield part('disk', '\nDisk Available', 'Disk(MB)', capacities.disk_free);
  },
});

/** How many servers of each size still fit in. */
function part(title: string, heading: string, size: string, free: unknown) {
  const { total_mb: total, units_by_mb: units } = asRecord(free);
  return {
    title,
    header: `${heading}: ${asText(total)} MB`,
    view: {
      kind: 'show',
      titles: [size, 'Units'],
      fields: Object.entries(asRecord(units)).map(([name, value]) => ({ name, value })),
    },
  } as const;
}
